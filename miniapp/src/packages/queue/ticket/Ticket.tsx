import { View } from '@tarojs/components';
import { type LiveTicketView, laneNames, priorityReasonNames, ticketStatusNames } from '@yiyun/shared';
import { Cell, NoticeBar, Page, Section, Status, SummaryList } from '@/components';
import { a11y } from '@/lib/a11y';
import { now } from '@/lib/clock';
import { goTab } from '@/lib/go';
import { sayPlace, sayWait, ticketTones } from '@/lib/queue-words';
import { sayWhen } from '@/lib/time';
import { Fresh } from './Fresh';
import { Keep } from './Keep';
import { NotifyNear } from './NotifyNear';
import { Scan } from './Scan';
import { useCalled } from './use-called';
import './Ticket.scss';

interface TicketProps {
  ticket: LiveTicketView;
  own: boolean;
  /** When it was fetched. */
  at: number;
  /** It could not be fetched again since then. */
  stale: boolean;
}

/** The number large, then where it stands, then how long; what to bring while one waits. */
export function Ticket({ ticket, own, at, stale }: TicketProps) {
  const { number, status, hall, matters, lane, priorityReason, estimate, recallCount } = ticket;
  useCalled(ticket);
  const waits = status === 'waiting';
  const documents = ticket.supportingDocuments;
  return (
    <Page title={`您的号 ${number}`} header={<View />}>
      <View className={`live live--${status}`}>
        <View className="live__kind">您的号</View>
        <View className="live__number">{number}</View>
        <View className="live__place" {...a11y({ role: 'status', live: status === 'called' ? 'assertive' : 'polite' })}>
          {sayPlace(ticket)}
        </View>
        {status === 'called' && recallCount > 0 && (
          <View className="live__wait">{`已经叫了 ${recallCount + 1} 次，请快一点`}</View>
        )}
        {waits && estimate && <View className="live__wait">{`还要等：${sayWait(estimate)}`}</View>}
      </View>
      <Fresh at={at} stale={stale} />
      {waits && estimate && <View className="live__source">{estimate.source}</View>}
      <Advice ticket={ticket} />
      {waits && own && <NotifyNear ticket={ticket} />}
      {!own && <Keep ticket={ticket} />}
      <SummaryList
        rows={[
          { label: '状态', value: <Status tone={ticketTones[status]}>{ticketStatusNames[status]}</Status> },
          { label: '办什么', value: matters.map(({ name }) => name).join('、') || '到窗口再说' },
          { label: '在哪里', value: `${hall.name}，${hall.address}` },
          {
            label: '怎么排',
            value: `${laneNames[lane]}${priorityReason ? `（${priorityReasonNames[priorityReason]}）` : ''}`,
          },
          { label: '取号时间', value: sayWhen(ticket.drawnAt, now()) },
        ]}
      />
      {documents.length > 0 && (waits || status === 'called') && (
        <Section title="请准备好">
          {documents.map((name) => (
            <Cell key={name} icon="document" title={name} />
          ))}
        </Section>
      )}
      {(status === 'done' || status === 'left') && <Scan kind="secondary" />}
    </Page>
  );
}

/** What to do now, where that is not just to wait. */
function Advice({ ticket: { status, window } }: { ticket: LiveTicketView }) {
  const label = window?.label ?? '窗口';
  switch (status) {
    case 'called':
      return <NoticeBar tone="attention" text={`请带好材料，现在就到${label}。叫到不来会过号。`} />;
    case 'missed':
      return <NoticeBar tone="attention" text="叫到时您没有来。请到导税台说一声，就能排回队里，不用重新取号。" />;
    case 'parked':
      return <NoticeBar text={`办了一半先放着，${label}给您留着位置，不用重新排队。`} />;
    case 'done':
      return (
        <NoticeBar
          tone="done"
          text="办完了。交了件的，可以在“进度”里看办到哪一步。"
          onPress={() => goTab('progress')}
        />
      );
    case 'left':
      return <NoticeBar text="这个号不再有效。还要办，请重新取号或预约。" />;
    case 'waiting':
    case 'serving':
      return null;
  }
}
