import { go } from '@/lib/go';
import { missingStep, useMe } from '@/session/use-me';
import { useBookingDraft } from './booking-draft';
import { knownWhom } from './for-whom';

/** The way into a booking: for whom, where that is a question; then the hall. */
export function useBegin(): (matterId: string) => void {
  const draft = useBookingDraft();
  const me = useMe();
  return (matterId) => {
    draft.begin(matterId);
    const several = me.data && !missingStep(me.data) && me.data.bindings.length > 1;
    if (several && knownWhom(me.data, draft.value.taxpayerId) === '') go('booking/whom');
    else go('booking/hall', { matterId });
  };
}
