import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { MeView } from '@yiyun/shared';
import { api } from '@/api/client';
import { keys } from '@/api/keys';
import { useSession } from '@/state/session';

/** The signed-in person; `data` is undefined while nobody is signed in. */
export function useMe() {
  const token = useSession((session) => session.token);
  return useQuery({ queryKey: [...keys.me, token], queryFn: () => api.identity.me(), enabled: token !== undefined });
}

/** Shows a fresh answer about the person at once, everywhere. */
export function useMeUpdate(): (me: MeView) => void {
  const client = useQueryClient();
  const token = useSession((session) => session.token);
  return (me) => client.setQueryData([...keys.me, token], me);
}

/** What a person still has to do before the hall can serve them. */
export type MissingStep = 'signIn' | 'consent' | 'phone';

export function missingStep(me: MeView | undefined): MissingStep | undefined {
  if (!me) return 'signIn';
  if (me.consentVersion !== me.requiredConsentVersion) return 'consent';
  return me.citizen.maskedPhone === null ? 'phone' : undefined;
}

const pages: Record<MissingStep, string> = {
  signIn: 'account/sign-in',
  consent: 'account/consent',
  phone: 'account/phone',
};
export const pageOfStep = (step: MissingStep): string => pages[step];
