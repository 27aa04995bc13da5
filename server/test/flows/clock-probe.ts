import {
  addWorkingTime,
  dueAtAfterWorkingDays,
  HOUR_MS,
  instantAt,
  openIntervals,
  parseHours,
  type WorkingCalendar,
  weekdayHours,
} from '@yiyun/shared';
import { slotsOfDay } from '../../src/modules/appointments/domain/capacity.js';
import { reminderKinds, reminderTimes } from '../../src/modules/appointments/domain/reminders.js';

/** Slots, deadlines and reminders around awkward days, as one process computes them; printed for comparison. */
const calendar: WorkingCalendar = {
  version: 'probe',
  weekly: weekdayHours(parseHours('08:30-12:00 13:30-17:00')),
  holidays: { '2028-01-01': '元旦', '2026-10-01': '国庆节' },
  makeupDays: { '2026-10-10': 1 },
  specialHours: { '2026-11-28': parseHours('09:00-11:00') },
  coversFrom: '2026-01-01',
  coversUntil: '2028-12-31',
};
const days = ['2026-10-01', '2026-10-10', '2026-11-28', '2026-12-31', '2027-02-28', '2028-02-28', '2028-02-29'];
const result = days.map((on) => ({
  on,
  slots: slotsOfDay(on, openIntervals(calendar, on), [], []),
  dueAt: dueAtAfterWorkingDays(calendar, instantAt(on, 1439), 1),
  later: addWorkingTime(calendar, instantAt(on, 0), 9 * HOUR_MS),
  reminders: reminderKinds.map((kind) => reminderTimes(kind, { onDay: on, startsAt: instantAt(on, 510) })),
}));
process.stdout.write(JSON.stringify({ hour: new Date(0).getHours(), result }));
