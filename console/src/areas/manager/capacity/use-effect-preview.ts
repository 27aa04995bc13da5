import { useQuery } from '@tanstack/react-query';
import { type CapacityEffectView, check, type Rules } from '@yiyun/shared';
import { useEffect, useState } from 'react';
import { asFailure, type Failure } from '../../../api/errors';
import type { Problem } from '../../../forms/problems';

const PAUSE_MS = 350;

/** What a change would do, for what is typed now. */
export interface EffectPreview<Body> {
  effect?: CapacityEffectView;
  isLoading: boolean;
  error?: Failure;
  /** For a form: nothing is saved before its effect has been shown. */
  alsoCheck: (body: Body) => Problem[];
}

const textOf = (body: object | undefined) => (body ? JSON.stringify(body, Object.keys(body).sort()) : '');

/** Tries a change out after a pause in typing; `body` is undefined while there is nothing to try. */
export function useEffectPreview<Body extends object>(
  rules: Rules,
  body: Body | undefined,
  run: (body: Body) => Promise<CapacityEffectView>,
): EffectPreview<Body> {
  const text = textOf(body);
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text]);
  const isSound = settled !== '' && check(rules, JSON.parse(settled)).length === 0;
  const query = useQuery({
    queryKey: ['capacityEffect', settled],
    queryFn: () => run(JSON.parse(settled) as Body),
    enabled: isSound,
    staleTime: 0,
    retry: false,
  });
  const isLoading = text !== settled || query.isFetching;
  return {
    effect: isSound ? query.data : undefined,
    isLoading,
    error: query.error ? asFailure(query.error) : undefined,
    alsoCheck: (sent) =>
      isSound && query.data && textOf(sent) === settled
        ? []
        : [{ path: '', message: '还在试算影响，看到结果后再保存' }],
  };
}
