import type { OnSiteReason } from '@yiyun/shared';
import { useDraft } from '@/api/drafts';

/** What one has answered so far; kept while the app is closed or the network is away. */
export interface BookingDraft {
  matterId: string;
  furtherMatterIds: string[];
  /** '' until one said for whom. */
  taxpayerId: string;
  hallId: string;
  on: string;
  slotId: string;
  startsAt: number;
  endsAt: number;
  /** Why one comes with what can be done online. */
  onSiteReason: OnSiteReason | '';
  note: string;
  /** The place that is held, and for which wish. */
  heldId: string;
  heldFor: string;
}

const empty: BookingDraft = {
  matterId: '',
  furtherMatterIds: [],
  taxpayerId: '',
  hallId: '',
  on: '',
  slotId: '',
  startsAt: 0,
  endsAt: 0,
  onSiteReason: '',
  note: '',
  heldId: '',
  heldFor: '',
};

export function useBookingDraft() {
  const draft = useDraft<BookingDraft>('booking', empty);
  return {
    ...draft,
    /** Begins with a matter; another one than before takes the other answers with it, and keeps for whom. */
    begin(matterId: string, change: Partial<BookingDraft> = {}): void {
      const anew =
        draft.value.matterId === matterId ? {} : { ...noTime, furtherMatterIds: [], onSiteReason: '' as const };
      draft.update({ ...anew, matterId, ...change });
    },
  };
}

/** No day and no slot: what was chosen does not fit any more. */
export const noTime: Pick<BookingDraft, 'on' | 'slotId' | 'startsAt' | 'endsAt'> = {
  on: '',
  slotId: '',
  startsAt: 0,
  endsAt: 0,
};

/** What a place is held for: another wish needs another place. */
export const wishOf = ({ slotId, matterId, furtherMatterIds, taxpayerId }: BookingDraft): string =>
  [slotId, taxpayerId, matterId, ...furtherMatterIds].join(' ');

/** As the contract wants further matters in a query. */
export const furtherQuery = (ids: readonly string[]): { furtherMatterIds?: string } =>
  ids.length === 0 ? {} : { furtherMatterIds: ids.join(',') };
