import type { DayHours, QueuePolicyRules, WindowState } from '@yiyun/shared';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { big, day, flag, id, int, json, nullable, text } from '../../../platform/database/columns.js';

/** How a window stands now. One that was never opened has no row and is closed. */
@Entity('window_status')
@Index('window_status_officer', ['staffKey'], { unique: true })
@Index('window_status_hall', ['hallId'])
export class WindowStatusRow {
  /** The window's. */
  @PrimaryColumn(id) id: string;
  @Column(id) hallId: string;
  @Column(int) version: number;
  /** Counts calls too: a call and a closing at once have one winner. */
  @Column(int) turns: number;
  @Column(text(10)) state: WindowState;
  @Column(nullable(text(50))) reason: string | null;
  /** Who sits there; kept when it closes. */
  @Column(nullable(id)) staffId: string | null;
  /** The same while it is open or paused: unique, so an officer sits at one window. */
  @Column(nullable(id)) staffKey: string | null;
  @Column(big) sinceAt: number;
  /** Set while it is open as an emergency window. */
  @Column(nullable(big)) emergencyAt: number | null;
}

/** One stretch of a window's day in one state, by the minute; closed time has no row. */
@Entity('window_session')
@Index('window_session_of_day', ['hallId', 'onDay'])
@Index('window_session_open', ['windowId', 'untilAt'])
export class WindowSessionRow {
  @PrimaryColumn(id) id: string;
  @Column(id) windowId: string;
  @Column(id) hallId: string;
  @Column(day) onDay: string;
  @Column(id) staffId: string;
  @Column(text(10)) state: WindowState;
  @Column(nullable(text(50))) reason: string | null;
  @Column(flag) isEmergency: boolean;
  @Column(big) fromAt: number;
  @Column(nullable(big)) untilAt: number | null;
}

/** Who should have sat where on a day that is over, as it was read that evening: later changes of the roster don't reach it. */
@Entity('past_roster')
export class PastRosterRow {
  /** Hall and day. */
  @PrimaryColumn(text(48)) id: string;
  @Column(json) windows: RosteredHours[];
}
export interface RosteredHours {
  readonly id: string;
  readonly label: string;
  readonly hours: DayHours;
}

/** How a hall calls; without a row by the rules that come with the program. */
@Entity('queue_policy')
export class QueuePolicyRow {
  /** The hall's. */
  @PrimaryColumn(id) id: string;
  @Column(int) version: number;
  @Column(big) changedAt: number;
  @Column(json) rules: QueuePolicyRules;
}

/** An alert that was raised and is not over: raised once, whoever looks. */
@Entity('queue_alert')
export class QueueAlertRow {
  /** Hall and kind. */
  @PrimaryColumn(text(48)) id: string;
  @Column(nullable(big)) raisedAt: number | null;
}
