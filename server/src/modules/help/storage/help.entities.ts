import type { HelpStatus } from '@yiyun/shared';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { big, flag, id, int, json, longText, nullable, text } from '../../../platform/database/columns.js';

/** A question put to the hall; its words and sound are its posts. */
@Entity('help_request')
@Index('help_request_reference', ['referenceNo'], { unique: true })
@Index('help_request_of_citizen', ['citizenId', 'askedAt', 'id'])
@Index('help_request_waiting', ['status', 'waitingSince', 'id'])
@Index('help_request_of_officer', ['assigneeId', 'waitingSince', 'id'])
@Index('help_request_asked', ['askedAt', 'id'])
@Index('help_request_changed', ['changedAt', 'id'])
export class HelpRequestRow {
  @PrimaryColumn(id) id: string;
  @Column(text(16)) referenceNo: string;
  @Column(id) citizenId: string;
  @Column(nullable(id)) matterId: string | null;
  @Column(text(10)) status: HelpStatus;
  @Column(int) version: number;
  @Column(text(8)) visibility: 'private' | 'public';
  /** The one responsible officer; null while nobody has claimed it. */
  @Column(nullable(id)) assigneeId: string | null;
  /** What was shown as similar before it was asked. */
  @Column(json) shownIds: string[];
  @Column(big) askedAt: number;
  /** When it was asked, or asked on: since then it waits for an officer. */
  @Column(big) waitingSince: number;
  @Column(nullable(big)) answeredAt: number | null;
  /** When anything of it last changed, transcripts included; readers of changes go by it. */
  @Column(big) changedAt: number;
}

/** What a citizen or an officer said in a question, in order; the text is sealed. */
@Entity('help_post')
@Index('help_post_order', ['helpRequestId', 'position'], { unique: true })
@Index('help_post_voice', ['voiceClipId'], { unique: true })
export class HelpPostRow {
  @PrimaryColumn(id) id: string;
  @Column(id) helpRequestId: string;
  /** From 1; the first is the question. */
  @Column(int) position: number;
  @Column(text(10)) kind: 'question' | 'answer' | 'followUp';
  @Column(text(8)) byKind: 'citizen' | 'officer';
  @Column(id) byId: string;
  @Column(nullable(longText)) textSealed: string | null;
  @Column(nullable(id)) voiceClipId: string | null;
  @Column(big) at: number;
  @Column(flag) accepted: boolean;
}
