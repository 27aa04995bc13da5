import { AppError, type LocalDate, type WorkingCalendar } from '@yiyun/shared';
import type { Database } from '../../platform/database/database.js';
import { Snapshot } from '../../platform/database/snapshot.js';
import { OFFICE_WEEK } from '../../seed/data/halls.js';
import type { Hall } from './domain/hall.js';
import { type NationalCalendar, workingCalendarOf } from './domain/national-calendar.js';
import { type RosteredWindow, rosterOn } from './domain/roster.js';
import { readHalls, readNationalCalendar } from './storage/halls.repository.js';

interface Known {
  inOrder: readonly Hall[];
  byId: ReadonlyMap<string, Hall>;
  national: NationalCalendar;
  office: WorkingCalendar;
  calendars: ReadonlyMap<string, WorkingCalendar>;
}

/** Halls and working calendars, in memory; what other modules ask. */
export class Halls {
  private constructor(private readonly snapshot: Snapshot<Known>) {}

  static async open(db: Database, onFault: (error: unknown) => void): Promise<Halls> {
    const source = {
      stamp: async () => {
        const [row] = await db.read.query<Record<'halls' | 'calendar', string | number | null>[]>(
          'SELECT (SELECT SUM(version) FROM hall) AS halls, (SELECT MAX(version) FROM calendar_version) AS calendar',
        );
        return `${row?.halls} ${row?.calendar}`;
      },
      load: async () => knownOf(await readHalls(db.read), await readNationalCalendar(db.read)),
    };
    return new Halls(await Snapshot.open(source, onFault));
  }

  /** Throws `request.not_found`. */
  get(hallId: string): Hall {
    const hall = this.find(hallId);
    if (!hall) throw new AppError('request.not_found');
    return hall;
  }

  find(hallId: string): Hall | undefined {
    return this.snapshot.value.byId.get(hallId);
  }

  all(): readonly Hall[] {
    return this.snapshot.value.inOrder;
  }

  /** The hall's weekly hours and special days with the country's holidays. Throws `request.not_found`. */
  calendarOf(hallId: string): WorkingCalendar {
    const calendar = this.snapshot.value.calendars.get(hallId);
    if (!calendar) throw new AppError('request.not_found');
    return calendar;
  }

  /** The usual week of an office with the country's holidays, for what belongs to no hall. */
  workingCalendar(): WorkingCalendar {
    return this.snapshot.value.office;
  }

  /** The calendar that a hall would have with these hours and special days. */
  calendarWith(hall: Hall): WorkingCalendar {
    return workingCalendarOf(this.snapshot.value.national, hall, hall.id);
  }

  /** Who sits where on a day. Throws `request.not_found` and CalendarRangeError. */
  rosterOn(hallId: string, on: LocalDate): RosteredWindow[] {
    return rosterOn(this.get(hallId), this.calendarOf(hallId), on);
  }

  nationalCalendar(): NationalCalendar {
    return this.snapshot.value.national;
  }

  /** To be called after a change of a hall or the calendar was committed. */
  refresh(): Promise<void> {
    return this.snapshot.refresh();
  }

  close(): Promise<void> {
    return this.snapshot.close();
  }
}

function knownOf(halls: Hall[], national: NationalCalendar): Known {
  return {
    inOrder: halls,
    byId: new Map(halls.map((hall) => [hall.id, hall])),
    national,
    office: workingCalendarOf(national, { weekly: OFFICE_WEEK }, 'office'),
    calendars: new Map(halls.map((hall) => [hall.id, workingCalendarOf(national, hall, hall.id)])),
  };
}
