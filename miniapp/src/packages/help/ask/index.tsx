import { Page } from '@/components';
import { SignedIn } from '@/session/SignedIn';
import { AskForm } from './AskForm';

export default function Ask() {
  return (
    <Page title="您想问什么？" lead="说出来，或者写下来，两样都有也可以。">
      <SignedIn why="登录后提问，工作人员的答复才能送到您手里。" upTo="consent">
        {() => <AskForm />}
      </SignedIn>
    </Page>
  );
}
