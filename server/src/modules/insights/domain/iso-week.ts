const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const WEEK_MS = 7 * DAY_MS;
/** Asia/Shanghai, which keeps one offset all year. */
const LOCAL_OFFSET_MS = 8 * HOUR_MS;

/** ISO 8601 week of an instant in Asia/Shanghai, such as `2026-W07`. Weeks begin on Monday. */
export function isoWeekOf(at: number): string {
  const thursday = thursdayOf(at);
  const year = new Date(thursday).getUTCFullYear();
  const week = 1 + Math.floor((thursday - Date.UTC(year, 0, 1)) / WEEK_MS);
  return `${year}-W${String(week).padStart(2, '0')}`;
}

/** Every ISO week from the one of `fromAt` to the one of `toAt`, both included: the axis of a trend. */
export function isoWeeksBetween(fromAt: number, toAt: number): string[] {
  const weeks: string[] = [];
  for (let at = thursdayOf(fromAt); at <= thursdayOf(toAt); at += WEEK_MS) weeks.push(isoWeekOf(at - LOCAL_OFFSET_MS));
  return weeks;
}

/** Local midnight of the week's Thursday, which decides the ISO year; as if local time were UTC. */
function thursdayOf(at: number): number {
  const day = Math.floor((at + LOCAL_OFFSET_MS) / DAY_MS);
  const sinceMonday = (((day + 3) % 7) + 7) % 7;
  return (day - sinceMonday + 3) * DAY_MS;
}
