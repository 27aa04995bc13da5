import type { BookingDraft } from '../booking-draft';

/** What is full: a slot, or the whole day where `slotId` is ''. */
export type Full = Pick<BookingDraft, 'matterId' | 'furtherMatterIds' | 'hallId' | 'on' | 'slotId'>;
