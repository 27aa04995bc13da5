import { useQueryClient } from '@tanstack/react-query';
import type { AppointmentDetailView } from '@yiyun/shared';
import { useState } from 'react';
import { api } from '@/api/client';
import { keys } from '@/api/keys';
import { isRefusal } from '@/api/problems';
import { useAct } from '@/api/use-act';
import { Button, Dialog } from '@/components';
import { call } from '@/lib/call';
import { now } from '@/lib/clock';
import { sayWhen } from '@/lib/time';
import { toast } from '@/state/toast';

/** Gives the place to somebody else, after saying what that means; too late for it, the telephone is left. */
export function Cancel({ appointment: a }: { appointment: AppointmentDetailView }) {
  const [asking, setAsking] = useState(false);
  const client = useQueryClient();
  const held = a.status === 'held';
  const act = held ? '放弃这个号' : '取消这次预约';
  const cancel = useAct(
    (version: number, key) => api.appointments.cancel({ params: { appointmentId: a.id }, body: { version } }, key),
    {
      onDone: async () => {
        setAsking(false);
        toast(held ? '号已放回' : '预约已取消');
        await client.invalidateQueries({ queryKey: keys.appointments });
        void client.invalidateQueries({ queryKey: keys.standing });
      },
      onProblem: () => void client.invalidateQueries({ queryKey: keys.appointment(a.id) }),
    },
  );
  const tooLate = isRefusal(cancel.error, 'appointment.cancel_too_late');
  const means = held
    ? '还没有提交，放弃不算取消。号马上给别人。'
    : `${sayWhen(a.startsAt, now())}的位置会让给别人，不能恢复；之后可以重新预约。取消次数太多会暂时不能预约，只是换时间请用“改时间”。`;
  return (
    <>
      <Button kind="danger" id="cancel-appointment" onPress={() => setAsking(true)}>
        {held ? '放弃这个号' : '取消预约'}
      </Button>
      {asking && (
        <Dialog
          title={`${act}？`}
          confirmText={tooLate ? '打电话取消' : act}
          cancelText={held ? '不放弃' : '不取消'}
          danger={!tooLate}
          busy={cancel.busy}
          onConfirm={() => (tooLate ? call(a.hall.telephone) : cancel.run(a.version))}
          onCancel={() => {
            setAsking(false);
            cancel.clear();
          }}
        >
          {cancel.problem ?? means}
        </Dialog>
      )}
    </>
  );
}
