import { useQuery, useQueryClient } from '@tanstack/react-query';
import {
  type AppointmentMatterView,
  localDateOf,
  type StaffAppointmentDetailView,
  sayReferenceNo,
} from '@yiyun/shared';
import { Skeleton } from 'antd';
import { useEffect, useRef } from 'react';
import { Link } from 'react-router';
import { api } from '../../../api/client';
import { asFailure } from '../../../api/errors';
import { keys } from '../../../api/keys';
import { ErrorResult } from '../../../components/error-result';
import { type Fact, Facts } from '../../../components/facts';
import { KeyButton } from '../../../components/key-button';
import { Panel } from '../../../components/panel';
import { StatusTag } from '../../../components/status-tag';
import { TimeText } from '../../../components/time-text';
import { Timeline } from '../../../components/timeline';
import { useNow } from '../../../lib/clock';
import { clockTime, saidDate } from '../../../lib/time';
import { hasRole, useMe } from '../../../session/me';
import { AppointmentActs } from './appointment-acts';
import styles from './appointment-panel.module.css';
import { AppointmentStatusTag } from './columns';

interface AppointmentPanelProps {
  appointmentId: string;
  onClose: () => void;
}

/** One appointment: who, what, when, the materials, its steps, and what can be done with it. */
export function AppointmentPanel({ appointmentId, onClose }: AppointmentPanelProps) {
  const client = useQueryClient();
  const box = useRef<HTMLDivElement>(null);
  const query = useQuery({
    queryKey: keys.appointment(appointmentId),
    queryFn: () => api.appointments.hallGet({ params: { appointmentId } }),
  });
  const isShown = query.data !== undefined;
  useEffect(() => {
    if (isShown) box.current?.focus({ preventScroll: true });
  }, [isShown]);
  if (query.error && !query.data) {
    return <ErrorResult title="没能读取这个预约" error={asFailure(query.error)} onRetry={() => void query.refetch()} />;
  }
  if (!query.data) return <Skeleton />;
  const appointment = query.data;
  return (
    <div ref={box} tabIndex={-1} className={styles.box}>
      <Panel
        title={appointment.taxpayer.name}
        actions={<KeyButton size="small" combo="escape" label="关闭" onClick={onClose} />}
      >
        <p className={styles.state}>
          <AppointmentStatusTag status={appointment.status} />
          {appointment.escalatedAt !== null && appointment.status === 'pending' && (
            <StatusTag tone="failed">一直没有确认，已告知值班领导</StatusTag>
          )}
          {appointment.reason && <span>原因：{appointment.reason}</span>}
        </p>
        <AppointmentActs
          appointment={appointment}
          onChanged={() => client.invalidateQueries({ queryKey: ['appointment'] })}
        />
        <Summary appointment={appointment} />
      </Panel>
      <Panel title="需要带的材料">
        {[appointment.matter, ...appointment.furtherMatters].map((matter) => (
          <Documents key={matter.id} of={matter} withName={appointment.furtherMatters.length > 0} />
        ))}
      </Panel>
      <Panel title="经过">
        <Timeline entries={appointment.timeline} />
      </Panel>
    </div>
  );
}

function Documents({ of, withName }: { of: AppointmentMatterView; withName: boolean }) {
  return (
    <>
      {withName && <h3 className={styles.matter}>{of.name}</h3>}
      <ol className={styles.documents}>
        {of.supportingDocuments.map((name) => (
          <li key={name}>{name}</li>
        ))}
      </ol>
      {of.supportingDocuments.length === 0 && '这个事项不需要材料。'}
    </>
  );
}

const offers = { waitlist: '候补补上的号', disruption: '停办后改约的号' } as const;

function Summary({ appointment }: { appointment: StaffAppointmentDetailView }) {
  const now = useNow();
  const isManager = hasRole(useMe(), ['manager']);
  const { id, startsAt, endsAt, citizen, matter, furtherMatters, note, uscc, caseId, bookedAt, confirmation } =
    appointment;
  const { rescheduledFromId, rescheduledToId, offeredBy } = appointment;
  const facts: Fact[] = [
    { label: '时间', value: `${saidDate(localDateOf(startsAt), now)} ${clockTime(startsAt)}–${clockTime(endsAt)}` },
    { label: '事项', value: [matter, ...furtherMatters].map(({ name }) => name).join('、') },
    { label: '预约号', value: <span className="tabular">{sayReferenceNo(appointment.referenceNo)}</span> },
    { label: '办理人', value: `${citizen.name} ${citizen.maskedPhone}` },
    { label: '信用代码', value: uscc },
    { label: '备注', value: note },
    { label: '提交', value: <TimeText at={bookedAt} /> },
    { label: '确认方式', value: confirmation === 'automatic' ? '自动确认' : '由窗口确认' },
  ];
  if (offeredBy) facts.push({ label: '来源', value: offers[offeredBy] });
  if (rescheduledFromId) facts.push({ label: '改约自', value: <Other id={rescheduledFromId}>原来的预约</Other> });
  if (rescheduledToId) facts.push({ label: '改约到', value: <Other id={rescheduledToId}>新的预约</Other> });
  if (caseId) facts.push({ label: '办件', value: <Link to={`/counter/cases/${caseId}`}>打开办件</Link> });
  if (isManager) {
    facts.push({ label: '记录', value: <Link to={`/manager/records?stream=appointment:${id}`}>全过程记录</Link> });
  }
  return <Facts facts={facts} />;
}

const Other = ({ id, children }: { id: string; children: string }) => (
  <Link to={`/counter/appointments?open=${id}`}>{children}</Link>
);
