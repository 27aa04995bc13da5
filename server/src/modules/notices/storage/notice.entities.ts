import type { NoticeAudience, NoticeCategory, NoticeStatus } from '@yiyun/shared';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { big, id, int, longText, nullable, text } from '../../../platform/database/columns.js';

@Entity('notice')
@Index('notice_shown', ['status', 'publishedAt', 'id'])
export class NoticeRow {
  @PrimaryColumn(id) id: string;
  @Column(text(80)) title: string;
  @Column(text(10)) category: NoticeCategory;
  @Column(longText) body: string;
  @Column(text(12)) audience: NoticeAudience;
  @Column(text(10)) status: NoticeStatus;
  @Column(big) createdAt: number;
  @Column(nullable(big)) publishedAt: number | null;
  @Column(nullable(big)) completedAt: number | null;
  /** How many people it was addressed to when it was published. */
  @Column(int) recipientCount: number;
  @Column(int) version: number;
}

/** A person to whom a notice is addressed: fixed when it is published. Delivered when fetched, read when opened. */
@Entity('notice_recipient')
@Index('notice_recipient_counts', ['noticeId', 'deliveredAt', 'readAt'])
export class NoticeRecipientRow {
  @PrimaryColumn(id) citizenId: string;
  @PrimaryColumn(id) noticeId: string;
  @Column(nullable(big)) deliveredAt: number | null;
  @Column(nullable(big)) readAt: number | null;
}
