import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { big, id, json, text } from '../database/columns.js';
import type { DomainEvent } from './domain-event.js';

/** The row is the event: written in the transaction that caused it, delivered by a worker that leases it. */
@Entity('outbox')
@Index('outbox_due', ['doneAt', 'leaseUntil', 'id'])
export class OutboxRow {
  @PrimaryColumn(id) id: string;
  @Column(text(48)) type: string;
  @Column(json) payload: DomainEvent;
  @Column({ ...big, default: 0 }) leaseUntil: number;
  @Column({ ...text(26), default: '' }) leaseOwner: string;
  @Column({ type: 'int', default: 0 }) attempts: number;
  @Column({ ...big, default: 0 }) doneAt: number;
}
