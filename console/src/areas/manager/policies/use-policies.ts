import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { BookingPolicyBody, BookingPolicyView } from '@yiyun/shared';
import { api } from '../../../api/client';
import { keys } from '../../../api/keys';

/** Every version of the booking rules, the newest first. */
export const usePolicies = () => useQuery({ queryKey: keys.bookingPolicies, queryFn: () => api.policies.list() });

/** Rules as cities have published them, to begin from. */
export const usePresets = () =>
  useQuery({ queryKey: keys.bookingPresets, queryFn: () => api.policies.presets(), staleTime: 600_000 });

export function usePoliciesChanged(): () => Promise<void> {
  const client = useQueryClient();
  return () => client.invalidateQueries({ queryKey: ['bookingPolicy'] });
}

/** A version as a form edits it. */
export const policyBody = ({
  title,
  source,
  effectiveFromOn,
  rules,
}: Pick<BookingPolicyView, 'title' | 'source' | 'effectiveFromOn' | 'rules'>): BookingPolicyBody => ({
  title,
  source,
  effectiveFromOn,
  ...rules,
});
