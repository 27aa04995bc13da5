import type { LiveTicketView } from '@yiyun/shared';
import { TicketCard } from '@/components';
import { go } from '@/lib/go';
import { shortHall } from '@/lib/hall-words';
import { sayPlace, sayWait } from '@/lib/queue-words';

/** The number that somebody waits with: before anything else, where it stands. */
export function LiveTickets({ tickets }: { tickets: readonly LiveTicketView[] }) {
  return (
    <>
      {tickets.map((ticket) => {
        const { id, number, publicToken, status, matters, hall, estimate } = ticket;
        const place = sayPlace(ticket);
        return (
          <TicketCard
            key={id}
            id="live-ticket"
            kind={`我的号 · ${matters.map(({ name }) => name).join('、') || hall.name}`}
            when={number}
            what={place}
            where={shortHall(hall.name)}
            foot={status === 'waiting' && estimate ? `还要等：${sayWait(estimate)}` : '点开看怎么办'}
            onPress={() => go('queue/ticket', { token: publicToken })}
          />
        );
      })}
    </>
  );
}
