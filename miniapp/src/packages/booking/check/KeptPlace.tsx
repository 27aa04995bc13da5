import { useQuery } from '@tanstack/react-query';
import type { AppointmentView, MeView } from '@yiyun/shared';
import { api } from '@/api/client';
import { useDraft } from '@/api/drafts';
import { keys } from '@/api/keys';
import { Loaded, Page } from '@/components';
import { Expired } from './Expired';
import { type Answers, HeldCheck } from './HeldCheck';

const nothing: Answers = { note: '', onSiteReason: '' };

/** A place that is kept already: from the waitlist, or held before and not submitted. */
export function KeptPlace({ appointmentId, me }: { appointmentId: string; me: MeView }) {
  const answers = useDraft<Answers>(`held.${appointmentId}`, nothing);
  const query = useQuery({
    queryKey: keys.held(appointmentId),
    queryFn: (): Promise<AppointmentView> => api.appointments.get({ params: { appointmentId } }),
  });
  if (query.data) {
    return (
      <HeldCheck
        held={query.data}
        me={me}
        answers={answers}
        renderGone={(why) => <Expired why={why} appointment={query.data} />}
      />
    );
  }
  return (
    <Page title="核对预约">
      <Loaded query={query} rows={5}>
        {() => null}
      </Loaded>
    </Page>
  );
}
