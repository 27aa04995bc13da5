import { keys } from '@/api/keys';
import { useFreshOnShow, usePullToRefresh } from '@/api/use-refresh';
import { Empty, Loaded, NoticeBar, Page, Section, Sentences } from '@/components';
import { now } from '@/lib/clock';
import { sayWhen } from '@/lib/time';
import { SignedIn } from '@/session/SignedIn';
import { useStanding } from '../use-standing';
import { Strikes } from './Strikes';

/** May one book now; what counts against it; the rules that say so. */
export default function MyStanding() {
  return (
    <Page title="我的预约资格">
      <SignedIn why="登录后可以看到能不能预约、有没有爽约记录。" upTo="consent">
        {() => <Standing />}
      </SignedIn>
    </Page>
  );
}

function Standing() {
  const query = useStanding();
  useFreshOnShow(keys.standing);
  usePullToRefresh(keys.standing);
  return (
    <Loaded query={query} rows={4}>
      {({ blocks, strikes, rules }) => (
        <>
          {blocks.length === 0 && <NoticeBar tone="done" text="现在可以正常预约。" />}
          {blocks.map(({ taxpayer, until, reason }) => (
            <NoticeBar
              key={taxpayer.id}
              tone="attention"
              text={`${taxpayer.name || '您自己'}：${sayWhen(until, now())}前暂时不能预约。${reason}`}
            />
          ))}
          <Section title="爽约和取消记录">
            {strikes.length === 0 ? (
              <Empty icon="check" title="没有记录" note="按时到厅，或在规定时间前取消，都不会记。" />
            ) : (
              <Strikes strikes={strikes} />
            )}
          </Section>
          <Section title="规则是这样的">
            <Sentences list={rules} />
          </Section>
        </>
      )}
    </Loaded>
  );
}
