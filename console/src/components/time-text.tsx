import { useNow } from '../lib/clock';
import { exactTime, saidTime } from '../lib/time';

/** An instant (epoch ms) as people say it, the exact one on hover. `—` with a spoken word when there is none. */
export function TimeText({ at, absent = '没有' }: { at?: number | null; absent?: string }) {
  const now = useNow();
  if (at === undefined || at === null) {
    return (
      <>
        <span aria-hidden="true">—</span>
        <span className="visually-hidden">{absent}</span>
      </>
    );
  }
  return (
    <time dateTime={new Date(at).toISOString()} title={exactTime(at)} className="tabular nowrap">
      {saidTime(at, now)}
    </time>
  );
}
