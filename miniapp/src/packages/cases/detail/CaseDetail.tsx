import { View } from '@tarojs/components';
import { type CaseDetailView, caseStatusNames } from '@yiyun/shared';
import { Button, Card, Cell, History, ReferenceNumber, Section, Status, SummaryList } from '@/components';
import { a11y } from '@/lib/a11y';
import { call } from '@/lib/call';
import { caseTones, isClosed, sayDue } from '@/lib/case-words';
import { now } from '@/lib/clock';
import { go } from '@/lib/go';
import { sayWhen } from '@/lib/time';
import { Documents } from './Documents';
import { Withdraw } from './Withdraw';
import './CaseDetail.scss';

export function CaseDetail({ one }: { one: CaseDetailView }) {
  const closed = isClosed(one.status);
  return (
    <>
      <View className="case-head">
        <View className="case-head__matter" {...a11y({ role: 'heading', level: 2 })}>
          {one.matter.name}
        </View>
        <Status tone={caseTones[one.status]}>{caseStatusNames[one.status]}</Status>
      </View>
      <View className="case-head__due">{sayDue(one, now())}</View>
      {one.paused && <CorrectionAsked one={one} />}
      {one.outcome && (
        <Card tone="quiet">
          <View className="case-head__label">{one.status === 'declined' ? '不予受理的原因' : '办理结果'}</View>
          <View>{one.outcome}</View>
        </Card>
      )}
      {one.receiptNo && <ReferenceNumber id="copy-receipt" label="回执号" number={one.receiptNo} />}
      <SummaryList rows={facts(one)} />
      <Cell
        id="call-hall"
        icon="phone"
        title={`致电办税服务厅 ${one.hallTelephone}`}
        onPress={() => call(one.hallTelephone)}
      />
      {one.appointmentId && (
        <Cell
          id="see-appointment"
          icon="calendar"
          title="查看原来的预约"
          onPress={() => go('booking/detail', { appointmentId: one.appointmentId ?? undefined })}
        />
      )}
      <Section title="办理过程">
        <History label="办理过程" steps={one.timeline} end={closed ? 'closed' : one.paused ? 'attention' : 'open'} />
      </Section>
      <Documents documents={one.documents} />
      {one.availableActions.includes('withdraw') && <Withdraw one={one} />}
    </>
  );
}

/** Why the clock stands still, what is missing, and the way to answer. */
function CorrectionAsked({ one }: { one: CaseDetailView }) {
  return (
    <Card tone="attention">
      <View className="case-head__label">窗口请您补正</View>
      <View className="case-head__request">{one.correction?.request}</View>
      <View>在您补正之前，办理期限暂停计算，不会因此超期。</View>
      {one.availableActions.includes('answerCorrection') && (
        <View className="case-head__act">
          <Button id="answer-correction" onPress={() => go('cases/correction', { caseId: one.id })}>
            去补正
          </Button>
        </View>
      )}
    </Card>
  );
}

function facts({ taxpayerName, hall, hallAddress, openedAt, acceptedAt, correction }: CaseDetailView) {
  const when = (at: number) => sayWhen(at, now());
  return [
    { label: '为谁办理', value: taxpayerName },
    { label: '在哪里办', value: `${hall.name}，${hallAddress}` },
    { label: '登记时间', value: when(openedAt) },
    ...(acceptedAt === null ? [] : [{ label: '受理时间', value: when(acceptedAt) }]),
    ...(correction?.answer ? [{ label: '您的补正说明', value: correction.answer }] : []),
  ];
}
