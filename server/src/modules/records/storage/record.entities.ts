import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { big, id, nullable, text } from '../../../platform/database/columns.js';
import type { Interaction } from '../domain/interaction.js';

@Entity('interaction')
@Index('interaction_stream', ['streamId', 'streamVersion'], { unique: true })
@Index('interaction_party', ['partyId', 'id'])
export class InteractionRow implements Interaction {
  @PrimaryColumn(id) id: string;
  @Column(text(60)) streamId: string;
  @Column({ type: 'int' }) streamVersion: number;
  @Column(big) at: number;
  @Column(text(10)) actorKind: string;
  @Column(nullable(id)) actorId: string | null;
  @Column(nullable(id)) partyId: string | null;
  @Column(nullable(id)) onBehalfOf: string | null;
  @Column(text(10)) terminal: string;
  @Column(text(48)) kind: string;
  @Column(text(20)) subjectKind: string;
  @Column(text(40)) subjectId: string;
  @Column({ type: 'text' }) payload: string;
  @Column(nullable(text(64))) personalHash: string | null;
  @Column(text(64)) prevHash: string;
  @Column(text(64)) entryHash: string;
}

/** The personal part of an entry, sealed; the only part of the record that may be erased. */
@Entity('interaction_personal')
export class InteractionPersonalRow {
  @PrimaryColumn(id) interactionId: string;
  @Column(text(32)) salt: string;
  @Column({ type: 'text' }) sealed: string;
}

/** The newest entry of each stream: what the next one builds on, and what shows that the newest was removed. */
@Entity('record_head')
export class RecordHeadRow {
  @PrimaryColumn(text(60)) streamId: string;
  @Column({ type: 'int' }) streamVersion: number;
  @Column(text(64)) entryHash: string;
}

/** The answer to a write, so that the same Idempotency-Key gets it again. Sealed; removed after two days. */
@Entity('repeat_answer')
@Index('repeat_answer_age', ['at'])
export class RepeatAnswerRow {
  @PrimaryColumn(text(64)) id: string;
  @Column(text(64)) requestHash: string;
  @Column(big) at: number;
  @Column({ type: 'text' }) sealed: string;
}
