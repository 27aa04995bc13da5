import { type AppointmentView, sayReferenceNo } from '@yiyun/shared';
import { useState } from 'react';
import { api } from '@/api/client';
import { problemText } from '@/api/problems';
import { Button, NoticeBar } from '@/components';
import { addToCalendar } from '@/platform/calendar';
import { toast } from '@/state/toast';
import { sayMatters } from '../use-matters';

/** Puts the visit where the person looks for everything else he has to do. */
export function AddToCalendar({ appointment: a }: { appointment: AppointmentView }) {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  const add = () => {
    setBusy(true);
    setProblem(undefined);
    const entry = {
      title: `到办税服务厅：${sayMatters([a.matter, ...a.furtherMatters])}`,
      startsAt: a.startsAt,
      endsAt: a.endsAt,
      place: `${a.hall.name}，${a.hall.address}`,
      note: `预约号 ${sayReferenceNo(a.referenceNo)}，电话 ${a.hall.telephone}`,
    };
    const file = () => api.appointments.calendarFile({ params: { appointmentId: a.id } });
    addToCalendar(entry, file)
      .then(
        () => toast('已加到日历'),
        (error: unknown) =>
          setProblem(error instanceof Error ? problemText(error) : '没有加到日历，可能没有允许使用日历。'),
      )
      .finally(() => setBusy(false));
  };
  return (
    <>
      <Button kind="secondary" icon="calendar" id="add-to-calendar" busy={busy} onPress={add}>
        加到手机日历
      </Button>
      {problem && <NoticeBar tone="attention" text={problem} />}
    </>
  );
}
