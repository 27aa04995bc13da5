import type { Lane, PriorityReason, TicketSource, TicketStatus } from '@yiyun/shared';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { big, day, flag, id, int, json, longText, nullable, text } from '../../../platform/database/columns.js';

/** One hand-over, in words as they held then; the reason is sealed and goes with the person's data. */
export interface TransferEntry {
  at: number;
  from: string;
  to: string;
  reasonSealed: string | null;
}

@Entity('ticket')
@Index('ticket_number', ['hallId', 'onDay', 'number'], { unique: true })
@Index('ticket_in_hand', ['windowKey'], { unique: true })
@Index('ticket_token', ['publicToken'], { unique: true })
@Index('ticket_appointment', ['appointmentId'], { unique: true })
@Index('ticket_of_day', ['hallId', 'onDay', 'status'])
@Index('ticket_of_citizen', ['citizenId', 'onDay'])
@Index('ticket_of_phone', ['phoneHash'])
@Index('ticket_served', ['hallId', 'endedAt'])
export class TicketRow {
  @PrimaryColumn(id) id: string;
  @Column(id) hallId: string;
  @Column(day) onDay: string;
  /** Unique in the hall and day (Q4). */
  @Column(text(8)) number: string;
  @Column(text(12)) source: TicketSource;
  @Column(text(12)) lane: Lane;
  @Column(nullable(text(10))) priorityReason: PriorityReason | null;
  @Column(text(10)) status: TicketStatus;
  @Column(int) version: number;
  /** The first is what it was drawn for. */
  @Column(json) matterIds: string[];
  /** Categories that one window must have to call it; see domain/ticket.ts. */
  @Column(json) needs: string[];
  @Column(flag) isComplex: boolean;
  @Column(big) drawnAt: number;
  @Column(big) waitsFrom: number;
  @Column(big) dueAt: number;
  @Column(big) boundAt: number;
  @Column(nullable(big)) firstCalledAt: number | null;
  @Column(nullable(big)) calledAt: number | null;
  @Column(nullable(big)) startedAt: number | null;
  @Column(nullable(big)) endedAt: number | null;
  /** From the call to the end, where it was one matter without interruption; what estimates are made of. */
  @Column(nullable(big)) serviceMs: number | null;
  @Column(flag) interrupted: boolean;
  /** Where it is, or was served last, and by whom. */
  @Column(nullable(id)) windowId: string | null;
  @Column(nullable(id)) staffId: string | null;
  /** The window while it has the ticket in hand: unique, so a window has one at a time (Q1). */
  @Column(nullable(id)) windowKey: string | null;
  @Column(nullable(id)) reservedWindowId: string | null;
  @Column(nullable(id)) reservedStaffId: string | null;
  /** Unique: a booking draws one ticket. */
  @Column(nullable(id)) appointmentId: string | null;
  @Column(nullable(id)) citizenId: string | null;
  @Column(nullable(longText)) nameSealed: string | null;
  @Column(nullable(longText)) phoneSealed: string | null;
  @Column(nullable(text(64))) phoneHash: string | null;
  /** Opens the ticket for whoever holds the paper. */
  @Column(text(24)) publicToken: string;
  @Column(int) recallCount: number;
  @Column(int) missedCount: number;
  /** Why it is parked, or was left. */
  @Column(nullable(longText)) reasonSealed: string | null;
  @Column(json) transfers: TransferEntry[];
  /** Cases opened while it was served; what its appointment became is known by the appointment. */
  @Column(json) caseIds: string[];
}

/** Never in facts: what is personal, and what opens the ticket. */
export const unrecordedColumns = [
  'nameSealed',
  'phoneSealed',
  'phoneHash',
  'publicToken',
  'reasonSealed',
  'transfers',
] as const satisfies readonly (keyof TicketRow)[];

/** The last serial given out: of a hall's day, or of a hall's pre-numbered paper. */
@Entity('queue_counter')
export class QueueCounterRow {
  @PrimaryColumn(text(48)) id: string;
  @Column(int) lastSerial: number;
}

/** Somebody wants to be told when the ticket is near; `toldAt` is set once. */
@Entity('ticket_watch')
@Index('ticket_watch_of_day', ['hallId', 'onDay'])
export class TicketWatchRow {
  /** The ticket's. */
  @PrimaryColumn(id) id: string;
  @Column(id) hallId: string;
  @Column(day) onDay: string;
  @Column(id) citizenId: string;
  @Column(flag) isOn: boolean;
  @Column(nullable(big)) toldAt: number | null;
}

/** Numbers on paper, set aside for a power cut. */
@Entity('paper_block')
@Index('paper_block_of_hall', ['hallId', 'firstSerial'], { unique: true })
export class PaperBlockRow {
  @PrimaryColumn(id) id: string;
  @Column(id) hallId: string;
  @Column(day) onDay: string;
  @Column(int) firstSerial: number;
  @Column(int) size: number;
  @Column(big) reservedAt: number;
  @Column(id) staffId: string;
}
