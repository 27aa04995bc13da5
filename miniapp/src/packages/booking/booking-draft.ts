import { useDraft } from '@/api/drafts';

/** What one has answered so far; kept while the app is closed or the network is away. */
export interface BookingDraft {
  matterId: string;
  hallId: string;
  on: string;
  slotId: string;
  startsAt: number;
  endsAt: number;
  taxpayerId: string;
  note: string;
}

const empty: BookingDraft = {
  matterId: '',
  hallId: '',
  on: '',
  slotId: '',
  startsAt: 0,
  endsAt: 0,
  taxpayerId: '',
  note: '',
};

export const useBookingDraft = () => useDraft<BookingDraft>('booking', empty);
