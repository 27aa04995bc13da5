import { useQuery } from '@tanstack/react-query';
import { appointmentStatusNames, sayReferenceNo } from '@yiyun/shared';
import { api } from '@/api/client';
import { keys } from '@/api/keys';
import { NoticeBar, Skeleton, TicketCard } from '@/components';
import { now } from '@/lib/clock';
import { go } from '@/lib/go';
import { sayWhen } from '@/lib/time';
import { useUnread } from '@/session/use-unread';
import { useSettings } from '@/state/settings';
import { concernsOf } from './concerns';

const ENOUGH = 50;

/** What concerns the signed-in person now: the next appointment, what waits for an act, what is due, what is new. */
export function Today() {
  const appointments = useQuery({
    queryKey: [...keys.appointments, 'next'],
    queryFn: () => api.appointments.mine({ query: { period: 'upcoming', limit: 1 } }),
  });
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

  const queries = [appointments, cases, questions];
  const next = appointments.data?.items[0];
  const concerns = concernsOf(cases.data?.items ?? [], questions.data?.items ?? []);
  const waiting = queries.some(({ isLoading }) => isLoading);
  const failed = queries.some(({ isError, data }) => isError && data === undefined);
  const nothing = !waiting && !failed && !next && concerns.length === 0 && unread === 0;
  const retry = () => {
    for (const query of queries) if (query.isError) void query.refetch();
  };

  return (
    <>
      {waiting && <Skeleton rows={1} />}
      {failed && (
        <NoticeBar id="today-retry" tone="attention" text="您的事项没有全部加载出来，点这里重试。" onPress={retry} />
      )}
      {next && (
        <TicketCard
          id="next-appointment"
          kind={`下一次预约 · ${appointmentStatusNames[next.status]}`}
          when={sayWhen(next.startsAt, now())}
          what={next.matter.name}
          where={`${next.hall.name}，${next.hall.address}`}
          foot={`预约号 ${sayReferenceNo(next.referenceNo)}`}
          onPress={() => go('booking/detail', { appointmentId: next.id })}
        />
      )}
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
