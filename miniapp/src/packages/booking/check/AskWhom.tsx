import type { MeView } from '@yiyun/shared';
import { useState } from 'react';
import { Page, Steps } from '@/components';
import { useBookingDraft } from '../booking-draft';
import { bookingSteps } from '../steps';
import { WhomForm } from '../WhomForm';

/** Who signed in only now has not said yet for whom. */
export function AskWhom({ me }: { me: MeView }) {
  const draft = useBookingDraft();
  const [taxpayerId, setTaxpayerId] = useState('');
  return (
    <Page title="为谁办理？" instead>
      <Steps names={bookingSteps} current={2} />
      <WhomForm me={me} value={taxpayerId} onChange={setTaxpayerId} onContinue={() => draft.update({ taxpayerId })} />
    </Page>
  );
}
