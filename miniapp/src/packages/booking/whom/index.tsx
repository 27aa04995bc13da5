import type { MeView } from '@yiyun/shared';
import { useState } from 'react';
import { keys } from '@/api/keys';
import { useFreshOnShow } from '@/api/use-refresh';
import { Page } from '@/components';
import { go, goBackOrHome } from '@/lib/go';
import { useParam } from '@/lib/use-param';
import { SignedIn } from '@/session/SignedIn';
import { useBookingDraft } from '../booking-draft';
import { knownWhom } from '../for-whom';
import { WhomForm } from '../WhomForm';

/** Asked of whoever acts for more than himself. */
export default function Whom() {
  useFreshOnShow(keys.me);
  return (
    <Page title="为谁办理？">
      <SignedIn why="登录后可以选为谁办理。">{(me) => <Choose me={me} />}</SignedIn>
    </Page>
  );
}

function Choose({ me }: { me: MeView }) {
  const draft = useBookingDraft();
  const [taxpayerId, setTaxpayerId] = useState(knownWhom(me, draft.value.taxpayerId));
  const back = useParam('back') !== '';
  const proceed = () => {
    draft.update({ taxpayerId });
    if (back) goBackOrHome();
    else go('booking/hall', { matterId: draft.value.matterId });
  };
  return <WhomForm me={me} value={taxpayerId} onChange={setTaxpayerId} onContinue={proceed} />;
}
