import { useQuery } from '@tanstack/react-query';
import type { SlotDayView, SlotView } from '@yiyun/shared';
import { api } from '@/api/client';
import { keys } from '@/api/keys';
import { useShown } from '@/lib/use-shown';
import { furtherQuery } from '../booking-draft';

/** Where, and for what: the first matter and those that follow it in the same visit. */
export interface Place {
  hallId: string;
  matterIds: string[];
}

const AGAIN_MS = 20_000;

const queryOf = ([matterId = '', ...further]: string[]) => ({ matterId, ...furtherQuery(further) });

export const useDays = ({ hallId, matterIds }: Place, enabled = true) =>
  useQuery({
    queryKey: keys.slots(hallId, ...matterIds),
    queryFn: () => api.appointments.slotDays({ params: { hallId }, query: queryOf(matterIds) }),
    enabled,
  });

export function useSlots({ hallId, matterIds }: Place, on: string) {
  const shown = useShown();
  return useQuery({
    queryKey: [...keys.slots(hallId, ...matterIds), 'of', on],
    queryFn: () => api.appointments.slots({ params: { hallId }, query: { ...queryOf(matterIds), on } }),
    enabled: on !== '',
    refetchInterval: shown && AGAIN_MS,
  });
}

export const isFree = ({ remaining, closedReason }: SlotView): boolean => remaining > 0 && closedReason === null;

/** The first with a place; where all are full, the first that is not closed. */
export const firstDay = (days: SlotDayView[]): string =>
  (days.find((day) => day.remaining > 0) ?? days.find((day) => day.closedReason === null))?.on ?? '';
