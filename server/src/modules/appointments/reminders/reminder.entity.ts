import { Column, Entity, PrimaryColumn } from 'typeorm';
import { big, id, text } from '../../../platform/database/columns.js';
import type { ReminderKind } from '../domain/reminders.js';

/** A reminder that was sent; its key is what keeps it from being sent twice. */
@Entity('reminder')
export class ReminderRow {
  @PrimaryColumn(id) appointmentId: string;
  @PrimaryColumn(text(8)) kind: ReminderKind;
  @Column(big) at: number;
}
