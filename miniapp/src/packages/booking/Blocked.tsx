import { Button, NoticeBar, Page, Section } from '@/components';
import { call12366 } from '@/lib/call';
import { go } from '@/lib/go';
import { Strikes } from './standing/Strikes';
import { useStanding } from './use-standing';

/** Who may not book for some time: why, until when, and what he can do about it. */
export function Blocked({ message }: { message: string }) {
  const standing = useStanding();
  return (
    <Page title="现在暂时不能预约" instead>
      <NoticeBar tone="attention" text={`${message}。`} />
      {standing.data && standing.data.strikes.length > 0 && (
        <Section title="是因为这几次">
          <Strikes strikes={standing.data.strikes} />
        </Section>
      )}
      <Section title="可以这样办">
        <NoticeBar text="记错了或有特殊情况，可以申诉；申诉成立马上恢复。" />
        <NoticeBar text="急事可以直接到厅取现场号，不受这个限制。" />
        <Button id="see-standing" onPress={() => go('booking/standing')}>
          看预约资格和规则
        </Button>
        <Button kind="secondary" icon="phone" onPress={call12366}>
          打电话问：12366
        </Button>
      </Section>
    </Page>
  );
}
