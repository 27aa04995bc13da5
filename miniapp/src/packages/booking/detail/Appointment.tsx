import { View } from '@tarojs/components';
import { type AppointmentDetailView, appointmentStatusNames, sayReferenceNo } from '@yiyun/shared';
import { Cell, History, HoldClock, NoticeBar, QrCode, Section, SummaryList } from '@/components';
import { call } from '@/lib/call';
import { now } from '@/lib/clock';
import { go } from '@/lib/go';
import { sayWhen, timeOf } from '@/lib/time';
import { AppointmentStatusMark } from '../AppointmentStatusMark';
import { sayMatters } from '../use-matters';
import { Acts } from './Acts';
import { Bring } from './Bring';
import { sayStanding } from './say-standing';
import './index.scss';

const SHOWS_CODE = ['pending', 'confirmed'];

/** One appointment: what it means now, its code, and everything that can be done to it. */
export function Appointment({ appointment: a }: { appointment: AppointmentDetailView }) {
  const { caseId, heldUntil } = a;
  const matters = [a.matter, ...a.furtherMatters];
  const open = (appointmentId: string) => () => go('booking/detail', { appointmentId });
  return (
    <>
      <View className="appointment__status">
        <AppointmentStatusMark status={a.status} />
        <View className="appointment__means">{sayStanding(a, now())}</View>
      </View>
      {a.status === 'held' && heldUntil !== null && <HoldClock until={heldUntil} />}
      {a.reason && <NoticeBar tone="attention" text={`原因：${a.reason}`} />}
      {a.rescheduledToId && <NoticeBar id="rescheduled-to" text="看改约后的预约" onPress={open(a.rescheduledToId)} />}
      {SHOWS_CODE.includes(a.status) && (
        <QrCode value={a.qrText} label="签到码，到厅出示" text={sayReferenceNo(a.referenceNo)} />
      )}
      {a.status === 'checkedIn' && (
        <NoticeBar id="see-ticket" text="看我的号，前面还有几位" onPress={() => go('queue/ticket')} />
      )}
      {caseId && <NoticeBar id="see-case" text="查看办理进度" onPress={() => go('cases/detail', { caseId })} />}
      <SummaryList
        rows={[
          { label: '什么时候', value: `${sayWhen(a.startsAt, now())}–${timeOf(a.endsAt)}` },
          { label: '到哪里', value: `${a.hall.name}，${a.hall.address}` },
          { label: '办什么', value: sayMatters(matters) },
          { label: '为谁办理', value: a.taxpayer.name || '我自己' },
          { label: '预约号', value: sayReferenceNo(a.referenceNo) },
          ...(a.note ? [{ label: '备注', value: a.note }] : []),
        ]}
      />
      <Acts appointment={a} />
      <Bring matters={matters} />
      <Cell icon="phone" title={`致电办税服务厅 ${a.hall.telephone}`} onPress={() => call(a.hall.telephone)} />
      {a.rescheduledFromId && <Cell icon="back" title="看改约前的预约" onPress={open(a.rescheduledFromId)} />}
      <Section title="经过">
        <History
          label={`预约的经过，现在${appointmentStatusNames[a.status]}`}
          steps={a.timeline}
          end={a.availableActions.length > 0 ? 'open' : 'closed'}
        />
      </Section>
    </>
  );
}
