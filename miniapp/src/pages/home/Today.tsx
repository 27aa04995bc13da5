import { useQuery } from '@tanstack/react-query';
import { type AppointmentView, appointmentStatusNames, sayReferenceNo } from '@yiyun/shared';
import { api } from '@/api/client';
import { keys } from '@/api/keys';
import { NoticeBar, Skeleton, TicketCard } from '@/components';
import { now } from '@/lib/clock';
import { go } from '@/lib/go';
import { shortHall } from '@/lib/hall-words';
import { isLiveTicket } from '@/lib/queue-words';
import { dateOf, sayWhen } from '@/lib/time';
import { useShown } from '@/lib/use-shown';
import { useUnread } from '@/session/use-unread';
import { useSettings } from '@/state/settings';
import { concernsOf } from './concerns';
import { LiveTickets } from './LiveTickets';

const ENOUGH = 50;
const COMING = 5;
const TICKET_AGAIN_MS = 10_000;
/** On the day of a visit: the guide desk may draw the ticket while the page is open. */
const VISIT_AGAIN_MS = 30_000;
/** In the hall already: the ticket tells more than the appointment. */
const IN_HALL = ['checkedIn', 'serving'];

/** What concerns the signed-in person now: the ticket, the next appointment, what waits for an act, what is due, what is new. */
export function Today() {
  const shown = useShown();
  const appointments = useQuery({
    queryKey: [...keys.appointments, 'next'],
    queryFn: () => api.appointments.mine({ query: { period: 'upcoming', limit: COMING } }),
    refetchInterval: ({ state }) => shown && isToday(state.data?.items) && VISIT_AGAIN_MS,
  });
  const tickets = useQuery({
    queryKey: keys.tickets,
    queryFn: () => api.queue.mine(),
    refetchInterval: ({ state }) =>
      shown &&
      ((state.data ?? []).some(isLiveTicket) ? TICKET_AGAIN_MS : isToday(appointments.data?.items) && VISIT_AGAIN_MS),
  });
  const offers = useQuery({ queryKey: keys.offers, queryFn: () => api.disruptions.offers() });
  const cases = useQuery({
    queryKey: [...keys.cases, 'today'],
    queryFn: () => api.cases.mine({ query: { scope: 'open', limit: ENOUGH } }),
  });
  const questions = useQuery({
    queryKey: [...keys.help, 'today'],
    queryFn: () => api.help.mine({ query: { limit: ENOUGH } }),
  });
  const unread = useUnread();
  const elder = useSettings((settings) => settings.elder);

  const queries = [tickets, offers, appointments, cases, questions];
  const live = (tickets.data ?? []).filter(isLiveTicket);
  const coming = appointments.data?.items ?? [];
  const next = coming.find(({ status }) => status !== 'held' && !(live.length > 0 && IN_HALL.includes(status)));
  const concerns = concernsOf({
    offers: offers.data ?? [],
    held: coming.filter(({ status }) => status === 'held'),
    cases: cases.data?.items ?? [],
    questions: questions.data?.items ?? [],
  });
  const waiting = queries.some(({ isLoading }) => isLoading);
  const failed = queries.some(({ isError, data }) => isError && data === undefined);
  const nothing = !waiting && !failed && live.length === 0 && !next && concerns.length === 0 && unread === 0;
  const retry = () => {
    for (const query of queries) if (query.isError) void query.refetch();
  };

  return (
    <>
      {waiting && <Skeleton rows={1} />}
      {failed && (
        <NoticeBar id="today-retry" tone="attention" text="您的事项没有全部加载出来，点这里重试。" onPress={retry} />
      )}
      <LiveTickets tickets={live} />
      {next && <NextAppointment appointment={next} />}
      {concerns.map(({ id, tone, text, open }) => (
        <NoticeBar key={id} id={id} tone={tone} text={text} onPress={open} />
      ))}
      {unread > 0 && !elder && (
        <NoticeBar id="unread-messages" text={`您有${unread}条未读消息`} onPress={() => go('messages/list')} />
      )}
      {nothing && <NoticeBar tone="done" text="今天没有等您处理的事。" />}
    </>
  );
}

function NextAppointment({ appointment: next }: { appointment: AppointmentView }) {
  return (
    <TicketCard
      id="next-appointment"
      kind={`下一次预约 · ${appointmentStatusNames[next.status]}`}
      when={sayWhen(next.startsAt, now())}
      what={[next.matter, ...next.furtherMatters].map(({ name }) => name).join('、')}
      where={`${shortHall(next.hall.name)}，${next.hall.address}`}
      foot={`预约号 ${sayReferenceNo(next.referenceNo)}`}
      onPress={() => go('booking/detail', { appointmentId: next.id })}
    />
  );
}

const isToday = (coming: readonly AppointmentView[] = []): boolean =>
  coming.some(({ startsAt }) => dateOf(startsAt) === dateOf(now()));
