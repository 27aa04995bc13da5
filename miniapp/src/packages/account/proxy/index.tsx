import type { MeView } from '@yiyun/shared';
import { useState } from 'react';
import { Button, Cell, NoticeBar, Page, Section } from '@/components';
import { now } from '@/lib/clock';
import { dateOf, sayDay } from '@/lib/time';
import { SignedIn } from '@/session/SignedIn';
import { EndBinding, type Ending } from '../EndBinding';
import { AddProxy } from './AddProxy';

/** Those for whom one acts because they asked one to, and those who act for oneself. */
export default function Proxies() {
  const [adding, setAdding] = useState(false);
  return (
    <Page
      title={adding ? '替谁代办？' : '亲友代办'}
      lead={adding ? '请他在身边，或在电话里把验证码读给您听，就算他同意了。' : '替父母、家人、朋友预约和办事。'}
    >
      <SignedIn why="登录并验证手机号后可以替亲友办。">
        {(me) =>
          adding ? (
            <AddProxy onDone={() => setAdding(false)} onCancel={() => setAdding(false)} />
          ) : (
            <Bonds me={me} onAdd={() => setAdding(true)} />
          )
        }
      </SignedIn>
    </Page>
  );
}

function Bonds({ me, onAdd }: { me: MeView; onAdd: () => void }) {
  const [ending, setEnding] = useState<Ending>();
  const since = (at: number) => `${sayDay(dateOf(at), dateOf(now()))}起`;
  const mine = me.bindings.filter(({ role }) => role === 'proxy');
  return (
    <>
      <Section title="我在替他们办">
        {mine.length === 0 && <NoticeBar text="还没有人。添加后，预约时可以选为他办理。" />}
        {mine.map(({ id, name, boundAt }) => (
          <Cell
            key={id}
            icon="user"
            title={name}
            note={since(boundAt)}
            value="不再代办"
            onPress={() =>
              setEnding({
                bindingId: id,
                title: `不再替${name}代办？`,
                act: '不再代办',
                means: '以后您不能再替他预约；已约好的不受影响。再要代办，请他重新读出验证码。',
              })
            }
          />
        ))}
        <Button icon="plus" id="add-proxy" onPress={onAdd}>
          添加一位
        </Button>
      </Section>
      {me.proxies.length > 0 && (
        <Section title="他们在替我办">
          {me.proxies.map(({ bindingId, name, boundAt }) => (
            <Cell
              key={bindingId}
              icon="user"
              title={name}
              note={since(boundAt)}
              value="收回"
              onPress={() =>
                setEnding({
                  bindingId,
                  title: `不再让${name}替您办？`,
                  act: '收回代办',
                  means: '以后他不能再替您预约；已约好的不受影响。',
                })
              }
            />
          ))}
        </Section>
      )}
      {ending && <EndBinding ending={ending} onClose={() => setEnding(undefined)} />}
    </>
  );
}
