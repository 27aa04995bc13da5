import { type AppointmentStatus, appointmentStatusNames } from '@yiyun/shared';
import { Status, type Tone } from '@/components';

const tones: Record<AppointmentStatus, Tone> = {
  held: 'waiting',
  pending: 'waiting',
  confirmed: 'underway',
  checkedIn: 'underway',
  serving: 'underway',
  completed: 'done',
  rejected: 'failed',
  cancelled: 'off',
  noShow: 'failed',
  expired: 'off',
  rescheduled: 'off',
};

export function AppointmentStatusMark({ status }: { status: AppointmentStatus }) {
  return <Status tone={tones[status]}>{appointmentStatusNames[status]}</Status>;
}
