import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { AppointmentView, HoldBody } from '@yiyun/shared';
import { useEffect } from 'react';
import { api } from '@/api/client';
import { keys } from '@/api/keys';
import { isRefusal } from '@/api/problems';
import { useAct } from '@/api/use-act';
import { now } from '@/lib/clock';
import { useBookingDraft, wishOf } from './booking-draft';

/** A place that was held for another wish goes to whoever waits for it; one that is gone already needs nothing. */
async function giveBack(appointmentId: string): Promise<void> {
  try {
    const { version, availableActions } = await api.appointments.get({ params: { appointmentId } });
    if (availableActions.includes('release'))
      await api.appointments.cancel({ params: { appointmentId }, body: { version } });
  } catch (error) {
    if (!isRefusal(error, 'request.not_found', 'request.stale', 'request.not_available')) throw error;
  }
}

interface Wish {
  body: HoldBody;
  /** What was held last: each try after a success is an intention of its own. */
  before: string;
}

export interface Hold {
  /** The place, as soon as it is held. */
  held: AppointmentView | undefined;
  busy: boolean;
  error: unknown;
  problem: string | undefined;
  /** Again, after the time was over or the answer got lost. */
  retry(): void;
}

/**
 * Holds the place that the draft asks for as soon as it is known for whom, and finds it again when the app was closed in
 * between.
 */
export function useHold(taxpayerId: string): Hold {
  const draft = useBookingDraft();
  const client = useQueryClient();
  const { slotId, matterId, furtherMatterIds, hallId, heldId, heldFor } = draft.value;
  const wish = wishOf({ ...draft.value, taxpayerId });
  const has = heldId !== '' && heldFor === wish;

  const take = useAct(
    async ({ body, before }: Wish, key) => {
      if (before !== '') await giveBack(before);
      return api.appointments.hold({ body }, key);
    },
    {
      onDone: (held) => {
        client.setQueryData(keys.held(held.id), held);
        draft.update({ taxpayerId, heldId: held.id, heldFor: wish });
        void client.invalidateQueries({ queryKey: keys.slots(hallId, matterId) });
      },
      onProblem: () => void client.invalidateQueries({ queryKey: keys.slots(hallId, matterId) }),
    },
  );
  const query = useQuery({
    queryKey: keys.held(heldId),
    queryFn: (): Promise<AppointmentView> => api.appointments.get({ params: { appointmentId: heldId } }),
    enabled: has,
  });
  const hold = () => {
    const further = furtherMatterIds.length > 0 && { furtherMatterIds };
    take.run({ body: { slotId, matterId, taxpayerId, ...further }, before: heldId });
  };
  useEffect(() => {
    if (slotId !== '' && taxpayerId !== '' && !has) hold();
  }, [wish]);

  const held = has ? query.data : undefined;
  return {
    held,
    busy: take.busy,
    error: take.error ?? (held ? null : query.error),
    problem: take.problem,
    retry: () => {
      if (!held && take.error === null && query.isError) void query.refetch();
      else hold();
    },
  };
}

/** The slot in which a place is held for this booking now. */
export function useOwnSlot(): string | undefined {
  const { heldId, heldFor } = useBookingDraft().value;
  const { data } = useQuery({
    queryKey: keys.held(heldId),
    queryFn: (): Promise<AppointmentView> => api.appointments.get({ params: { appointmentId: heldId } }),
    enabled: heldId !== '',
  });
  const held = data?.status === 'held' && (data.heldUntil ?? 0) > now();
  return held ? heldFor.split(' ')[0] : undefined;
}
