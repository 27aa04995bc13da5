import type { IntervalView, SpecialDayKind } from '@yiyun/shared';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { day, flag, id, int, json, nullable, text } from '../../../platform/database/columns.js';

@Entity('hall')
export class HallRow {
  @PrimaryColumn(id) id: string;
  @Column(int) version: number;
  @Column(int) position: number;
  @Column(text(100)) name: string;
  @Column(text(200)) address: string;
  @Column(text(20)) telephone: string;
  @Column(int) latitudeE6: number;
  @Column(int) longitudeE6: number;
  @Column(json) weekly: IntervalView[][];
  @Column(text(500)) guide: string;
  @Column(nullable(id)) dutyLeaderId: string | null;
  @Column(nullable(text(300))) sampleNote: string | null;
}

/** A window of a hall; its changes count in the hall's version. */
@Entity('service_window')
@Index('service_window_hall', ['hallId', 'position'], { unique: true })
export class ServiceWindowRow {
  @PrimaryColumn(id) id: string;
  @Column(id) hallId: string;
  @Column(int) position: number;
  @Column(text(40)) label: string;
  /** Categories of matters. */
  @Column(json) skills: string[];
  @Column(flag) servesComplex: boolean;
  @Column(json) roster: IntervalView[][];
  @Column(int) bookablePercent: number;
  @Column(flag) active: boolean;
}

/** A day of a hall that does not follow its week; its changes count in the hall's version. */
@Entity('hall_special_day')
export class SpecialDayRow {
  @PrimaryColumn(id) hallId: string;
  @PrimaryColumn({ ...day, name: 'dayOn' }) on: string;
  @Column(text(14)) kind: SpecialDayKind;
  @Column(json) hours: IntervalView[];
  @Column(text(100)) reason: string;
}

/** A day of a window that does not follow its roster; its changes count in the hall's version. */
@Entity('roster_exception')
@Index('roster_exception_hall', ['hallId', 'on'])
export class RosterExceptionRow {
  @PrimaryColumn(id) windowId: string;
  @PrimaryColumn({ ...day, name: 'dayOn' }) on: string;
  @Column(id) hallId: string;
  @Column(json) hours: IntervalView[];
}
