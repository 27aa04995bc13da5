import { Column, Entity, PrimaryColumn } from 'typeorm';
import { big, day, flag, int, text } from '../../../platform/database/columns.js';

/** One loading of holidays. Each begins on the day after the one before ends, so that there is never a gap. */
@Entity('calendar_version')
export class CalendarVersionRow {
  @PrimaryColumn(int) version: number;
  @Column(day) coversFromOn: string;
  @Column(day) coversUntilOn: string;
  @Column(text(200)) source: string;
  @Column(big) importedAt: number;
}

/** A day that does not follow the week: off, or worked in exchange. */
@Entity('calendar_day')
export class CalendarDayRow {
  @PrimaryColumn({ ...day, name: 'dayOn' }) on: string;
  @Column(flag) off: boolean;
  @Column(text(40)) name: string;
  @Column(int) calendarVersion: number;
}
