import { type UseMutationResult, useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { asFailure, type Failure, isUncertain } from './errors';
import { SubmitKeys } from './idempotency';

export interface SubmitOptions<Result, Variables> {
  /** After the server has done it, before the waiting ends: refresh what the act has changed. */
  onDone?: (result: Result, variables: Variables) => unknown;
}

/**
 * A write. `run` gets the variables and the Idempotency-Key to send them with: pressed again after a lost answer, the
 * same act goes out with the same key and is done once.
 */
export function useSubmit<Result, Variables = void>(
  run: (variables: Variables, idempotencyKey: string) => Promise<Result>,
  { onDone }: SubmitOptions<Result, Variables> = {},
): UseMutationResult<Result, Failure, Variables> {
  const [keys] = useState(() => new SubmitKeys<Variables>());
  return useMutation<Result, Failure, Variables>({
    mutationFn: async (variables) => {
      try {
        const result = await run(variables, keys.keyFor(variables));
        keys.settle();
        return result;
      } catch (thrown) {
        const failure = asFailure(thrown);
        if (!isUncertain(failure)) keys.settle();
        throw failure;
      }
    },
    onSuccess: (result, variables) => onDone?.(result, variables),
  });
}
