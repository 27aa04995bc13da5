import { useMutation } from '@tanstack/react-query';
import { useRef } from 'react';
import { useIdempotencyKey } from './idempotency';
import { problemText } from './problems';

interface Act<Input> {
  /** Does nothing while it is under way. */
  run(input: Input): void;
  busy: boolean;
  /** What went wrong, in words; undefined before and after success. */
  problem: string | undefined;
  error: unknown;
  clear(): void;
}

interface Options<Result> {
  onDone?: (result: Result) => void | Promise<void>;
  /** Before the problem is shown; for refusals that lead elsewhere. */
  onProblem?: (error: unknown) => void;
}

/**
 * Something a person does that changes something. The same input sent again, because nobody knew whether it arrived,
 * carries the same key: the server does it once.
 */
export function useAct<Input, Result>(
  send: (input: Input, key: { idempotencyKey: string }) => Promise<Result>,
  { onDone, onProblem }: Options<Result> = {},
): Act<Input> {
  const keyFor = useIdempotencyKey();
  // Two taps can come before the screen has changed.
  const underWay = useRef(false);
  const { mutate, isPending, error, reset } = useMutation({
    mutationFn: (input: Input) => send(input, { idempotencyKey: keyFor(input) }),
    onSuccess: (result) => onDone?.(result),
    onError: (problem) => onProblem?.(problem),
    onSettled: () => {
      underWay.current = false;
    },
  });
  return {
    run: (input) => {
      if (underWay.current) return;
      underWay.current = true;
      mutate(input);
    },
    busy: isPending,
    problem: error ? problemText(error) : undefined,
    error,
    clear: reset,
  };
}
