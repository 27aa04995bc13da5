import type { DayHours, LocalDate, SpecialDayKind, WeeklyHours } from '@yiyun/shared';

export interface ServiceWindow {
  readonly id: string;
  readonly label: string;
  /** Categories of matters that are served there. */
  readonly skills: readonly string[];
  /** Complex matters go there too; places for them are planned at such windows only. */
  readonly servesComplex: boolean;
  /** When somebody sits there in the usual week, Monday first. */
  readonly roster: WeeklyHours;
  /** Share of its time that is given out ahead, in per cent. */
  readonly bookablePercent: number;
  readonly active: boolean;
}

/** A day on which the hall does not follow its week. */
export interface SpecialDay {
  readonly on: LocalDate;
  readonly kind: SpecialDayKind;
  readonly hours: DayHours;
  readonly reason: string;
}

/** A day on which a window does not follow its roster; without hours nobody sits there. */
export interface RosterException {
  readonly windowId: string;
  readonly on: LocalDate;
  readonly hours: DayHours;
}

/** A tax service hall. Coordinates in WGS-84 degrees × 1,000,000. */
export interface Hall {
  readonly id: string;
  readonly version: number;
  readonly name: string;
  readonly address: string;
  readonly telephone: string;
  readonly latitudeE6: number;
  readonly longitudeE6: number;
  /** Monday first. */
  readonly weekly: WeeklyHours;
  readonly guide: string;
  /** 值班领导; null where nobody was named. */
  readonly dutyLeaderId: string | null;
  readonly sampleNote: string | null;
  readonly windows: readonly ServiceWindow[];
  readonly specialDays: readonly SpecialDay[];
  readonly rosterExceptions: readonly RosterException[];
}
