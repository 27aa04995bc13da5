import { useQuery, useQueryClient } from '@tanstack/react-query';
import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { type AppointmentDetailView, sayReferenceNo } from '@yiyun/shared';
import { useState } from 'react';
import { api } from '@/api/client';
import { keys } from '@/api/keys';
import { useAct } from '@/api/use-act';
import { useFreshOnShow, usePullToRefresh } from '@/api/use-refresh';
import { Button, Cell, Dialog, Loaded, NoticeBar, Page, QrCode, Section, SummaryList, Timeline } from '@/components';
import { now } from '@/lib/clock';
import { go } from '@/lib/go';
import { sayWhen, timeOf } from '@/lib/time';
import { useParam } from '@/lib/use-param';
import { SignedIn } from '@/session/SignedIn';
import { toast } from '@/state/toast';
import { AppointmentStatusMark } from '../AppointmentStatusMark';
import './index.scss';

export default function AppointmentDetail() {
  return (
    <Page title="预约详情">
      <SignedIn why="登录后可以看到您的预约。">{() => <Detail />}</SignedIn>
    </Page>
  );
}

function Detail() {
  const appointmentId = useParam('appointmentId');
  const query = useQuery({
    queryKey: keys.appointment(appointmentId),
    queryFn: () => api.appointments.get({ params: { appointmentId } }),
  });
  usePullToRefresh(keys.appointment(appointmentId));
  useFreshOnShow(keys.appointment(appointmentId));
  return (
    <Loaded query={query} rows={6}>
      {(appointment) => <Appointment appointment={appointment} />}
    </Loaded>
  );
}

function Appointment({ appointment: a }: { appointment: AppointmentDetailView }) {
  const live = a.status === 'pending' || a.status === 'confirmed';
  const { caseId } = a;
  return (
    <>
      <View className="appointment__status">
        <AppointmentStatusMark status={a.status} />
      </View>
      {a.reason && <NoticeBar tone="attention" text={`原因：${a.reason}`} />}
      {live && <QrCode value={a.qrText} label="预约凭证码" text={sayReferenceNo(a.referenceNo)} />}
      <SummaryList
        rows={[
          { label: '预约号', value: sayReferenceNo(a.referenceNo) },
          { label: '什么时候', value: `${sayWhen(a.startsAt, now())}–${timeOf(a.endsAt)}` },
          { label: '到哪里', value: `${a.hall.name}，${a.hall.address}` },
          { label: '办什么', value: a.matter.name },
          { label: '为谁办理', value: a.taxpayer.name || '我自己' },
          ...(a.note ? [{ label: '备注', value: a.note }] : []),
        ]}
      />
      {caseId && <Cell icon="progress" title="查看办理进度" onPress={() => go('cases/detail', { caseId })} />}
      <Cell
        icon="phone"
        title={`致电办税服务厅 ${a.hall.telephone}`}
        onPress={() => void Taro.makePhoneCall({ phoneNumber: a.hall.telephone })}
      />
      <Section title="带什么材料">
        {a.matter.supportingDocuments.map((name) => (
          <Cell key={name} icon="document" title={name} />
        ))}
      </Section>
      <Section title="经过">
        <Timeline
          label="预约的经过"
          items={a.timeline.map((step, i) => ({
            key: `${step.at}-${step.kind}`,
            title: step.text,
            when: `${sayWhen(step.at, now())} · ${step.by}`,
            state: i === a.timeline.length - 1 ? 'now' : 'past',
          }))}
        />
      </Section>
      {a.availableActions.includes('cancel') && <Cancel appointment={a} />}
      {!live && (
        <Button kind="secondary" icon="calendar" onPress={() => go('booking/hall', { matterId: a.matter.id })}>
          再约一次
        </Button>
      )}
    </>
  );
}

function Cancel({ appointment: a }: { appointment: AppointmentDetailView }) {
  const [asking, setAsking] = useState(false);
  const client = useQueryClient();
  const cancel = useAct(
    (version: number, key) => api.appointments.cancel({ params: { appointmentId: a.id }, body: { version } }, key),
    {
      onDone: async () => {
        setAsking(false);
        toast('预约已取消');
        await client.invalidateQueries({ queryKey: keys.appointments });
      },
      onProblem: () => void client.invalidateQueries({ queryKey: keys.appointment(a.id) }),
    },
  );
  return (
    <>
      <Button kind="danger" id="cancel-appointment" onPress={() => setAsking(true)}>
        取消预约
      </Button>
      {asking && (
        <Dialog
          title="取消这次预约？"
          confirmText="取消这次预约"
          cancelText="不取消"
          danger
          busy={cancel.busy}
          onConfirm={() => cancel.run(a.version)}
          onCancel={() => setAsking(false)}
        >
          {cancel.problem ?? `${sayWhen(a.startsAt, now())}的位置会让给别人，不能恢复；之后可以重新预约。`}
        </Dialog>
      )}
    </>
  );
}
