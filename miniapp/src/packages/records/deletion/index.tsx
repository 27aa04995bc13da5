import { useState } from 'react';
import { Button, Empty, Page } from '@/components';
import { goTab } from '@/lib/go';
import { SignedIn } from '@/session/SignedIn';
import { DeleteForm } from './DeleteForm';

export default function Deletion() {
  const [deleted, setDeleted] = useState(false);
  return (
    <Page title={deleted ? '账户已注销' : '注销账户'}>
      {deleted ? (
        <Empty icon="check" title="您的个人信息已删除" note="以后需要时可以重新登录，从头开始。">
          <Button onPress={() => goTab('home')}>回首页</Button>
        </Empty>
      ) : (
        <SignedIn why="登录后才能注销您自己的账户。" upTo="signIn">
          {() => <DeleteForm onDeleted={() => setDeleted(true)} />}
        </SignedIn>
      )}
    </Page>
  );
}
