import type { caseScopes } from '@yiyun/shared';
import { useState } from 'react';
import { keys } from '@/api/keys';
import { useFreshOnShow } from '@/api/use-refresh';
import { Cell, Page, Tabs } from '@/components';
import { go } from '@/lib/go';
import { SignedIn } from '@/session/SignedIn';
import { MyCases } from './MyCases';

type Scope = (typeof caseScopes)[number];

export default function Progress() {
  const [scope, setScope] = useState<Scope>('open');
  useFreshOnShow(keys.cases);
  return (
    <Page tab title="进度" lead="您的办件走到了哪一步。">
      <Cell
        id="look-up"
        icon="search"
        title="凭回执号查进度"
        note="不登录也能查，要用回执号和手机号后四位"
        onPress={() => go('cases/look-up')}
      />
      <SignedIn why="登录后，这里会列出您的全部办件。" upTo="consent">
        {() => (
          <>
            <Tabs
              label="办件范围"
              tabs={[
                { key: 'open', title: '办理中' },
                { key: 'closed', title: '已结束' },
              ]}
              value={scope}
              onChange={setScope}
            />
            <MyCases key={scope} scope={scope} />
          </>
        )}
      </SignedIn>
    </Page>
  );
}
