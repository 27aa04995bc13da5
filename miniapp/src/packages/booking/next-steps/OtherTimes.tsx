import { Cell, Loaded, NoticeBar, Section } from '@/components';
import { now } from '@/lib/clock';
import { goBackTo } from '@/lib/go';
import { dateOf, daysBetween, sayDay } from '@/lib/time';
import { useBookingDraft } from '../booking-draft';
import { useDays } from '../time/use-slots';
import type { Full } from './full';

/** The nearest days on which this hall still has places. */
export function OtherTimes({ full, most }: { full: Full; most: number }) {
  const { matterId, furtherMatterIds, hallId } = full;
  const draft = useBookingDraft();
  const days = useDays({ hallId, matterIds: [matterId, ...furtherMatterIds] });
  const choose = (on: string) => {
    draft.begin(matterId, { hallId, on, slotId: '' });
    goBackTo('booking/time', { matterId, hallId });
  };
  const distance = (on: string) => Math.abs(daysBetween(full.on, on));
  return (
    <Section title="换个时间">
      <Loaded query={days} rows={most}>
        {({ days: list }) => {
          const free = list
            .filter(({ remaining }) => remaining > 0)
            .sort((a, b) => distance(a.on) - distance(b.on))
            .slice(0, most);
          return free.length === 0 ? (
            <NoticeBar text="这个厅能约的日子都约满了。每天会放出新的日期。" />
          ) : (
            free.map(({ on, remaining }) => (
              <Cell
                key={on}
                id={`day-${on}`}
                icon="calendar"
                title={sayDay(on, dateOf(now()))}
                note={`还有 ${remaining} 个位置`}
                onPress={() => choose(on)}
              />
            ))
          );
        }}
      </Loaded>
    </Section>
  );
}
