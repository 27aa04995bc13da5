import type { PublicCaseView } from '@yiyun/shared';
import { useState } from 'react';
import { Page } from '@/components';
import { LookUpForm } from './LookUpForm';
import { LookUpResult } from './LookUpResult';

/** Progress for whoever holds a receipt, without signing in. */
export default function LookUp() {
  const [found, setFound] = useState<PublicCaseView>();
  return (
    <Page title={found ? '办到了这一步' : '查哪一件事的进度？'}>
      {found ? <LookUpResult found={found} onAgain={() => setFound(undefined)} /> : <LookUpForm onFound={setFound} />}
    </Page>
  );
}
