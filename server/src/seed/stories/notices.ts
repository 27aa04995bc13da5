import {
  addDays,
  addWorkingDays,
  CalendarRangeError,
  DAY_MS,
  filingDeadline,
  HOUR_MS,
  instantAt,
  isWorkingDay,
  type LocalDate,
  localDateOf,
  type NoticeBody,
  type WorkingCalendar,
} from '@yiyun/shared';
import { closureNotice, draftNotice, filingNotice, yearlyNotices } from '../data/notice-texts.js';
import type { World } from '../world.js';

/** A notice, when it is published, and when it has served its purpose. */
interface Planned {
  at: number;
  endsAt: number;
  notice: NoticeBody;
}

/** A year of notices as a tax office has them: filing periods, closures on holidays, policies; one is still a draft. */
export function planNotices(world: World): void {
  const { halls, from, until, timeline } = world;
  const calendar = halls.workingCalendar();
  const days = Math.floor((until - from) / DAY_MS);
  const dates = Array.from({ length: days + 1 }, (_, i) => addDays(localDateOf(from), i));
  const planned = [...filingNotices(calendar, dates), ...closures(calendar, dates), ...yearly(calendar, dates)];
  for (const { at, endsAt, notice } of planned) {
    timeline.plan(at, () => publish(world, notice, endsAt));
  }
  timeline.plan(until - 20 * HOUR_MS, async () => void (await world.manageNotices.create(world.manager, draftNotice)));
}

async function publish(world: World, notice: NoticeBody, endsAt: number): Promise<void> {
  const { manageNotices, manager, timeline, clock } = world;
  const draft = await manageNotices.create(manager, notice);
  timeline.plan(clock.now() + HOUR_MS / 2, async () => {
    const published = await manageNotices.publish(manager, draft.id, draft.version);
    timeline.plan(endsAt, async () => void (await manageNotices.complete(manager, draft.id, published.version)));
  });
}

/** On the first working day of each month: until when to file. */
function filingNotices(calendar: WorkingCalendar, dates: readonly LocalDate[]): Planned[] {
  return dates
    .filter((on) => on.endsWith('-01'))
    .flatMap((first) =>
      known(() => {
        const [year, month] = [Number(first.slice(0, 4)), Number(first.slice(5, 7))];
        const deadline = filingDeadline(calendar, year, month);
        const on = addWorkingDays(calendar, addDays(first, -1), 1);
        return {
          at: instantAt(on, 9 * 60 + 10),
          endsAt: instantAt(deadline, 18 * 60),
          notice: filingNotice(month, deadline),
        };
      }),
    );
}

/** Three working days before a holiday of three days and more. */
function closures(calendar: WorkingCalendar, dates: readonly LocalDate[]): Planned[] {
  return dates.flatMap((first) => {
    const name = calendar.holidays[first];
    if (!name || calendar.holidays[addDays(first, -1)]) return [];
    return known(() => {
      let last = first;
      while (!isWorkingDay(calendar, addDays(last, 1))) last = addDays(last, 1);
      const on = addWorkingDays(calendar, first, -3);
      const notice = closureNotice(name, first, last, addDays(last, 1));
      return { at: instantAt(on, 15 * 60), endsAt: instantAt(last, 23 * 60), notice };
    });
  });
}

/** Each on the first working day from its date on; shown for five months. */
function yearly(calendar: WorkingCalendar, dates: readonly LocalDate[]): Planned[] {
  return yearlyNotices.flatMap(({ from, ...notice }) =>
    dates
      .filter((date) => date.endsWith(from))
      .flatMap((date) =>
        known(() => {
          const on = addWorkingDays(calendar, addDays(date, -1), 1);
          return { at: instantAt(on, 10 * 60), endsAt: instantAt(addDays(on, 150), 18 * 60), notice };
        }),
      ),
  );
}

/** Nothing where the calendar ends before it could be known. */
function known<T>(ask: () => T): T[] {
  try {
    return [ask()];
  } catch (error) {
    if (error instanceof CalendarRangeError) return [];
    throw error;
  }
}
