import { useQuery } from '@tanstack/react-query';
import { api } from '@/api/client';
import { keys } from '@/api/keys';
import { useFreshOnShow, usePullToRefresh } from '@/api/use-refresh';
import { Loaded, Page } from '@/components';
import { useParam } from '@/lib/use-param';
import { SignedIn } from '@/session/SignedIn';
import { Appointment } from './Appointment';

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
