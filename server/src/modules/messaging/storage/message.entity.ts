import type { MessageView } from '@yiyun/shared';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { big, id, longText, nullable, text } from '../../../platform/database/columns.js';

/** One message in a citizen's inbox, of one event. Title and body are sealed. */
@Entity('message')
@Index('message_event', ['eventId', 'citizenId'], { unique: true })
@Index('message_inbox', ['citizenId', 'id'])
@Index('message_unread', ['citizenId', 'readAt'])
export class MessageRow {
  @PrimaryColumn(id) id: string;
  @Column(id) citizenId: string;
  @Column(id) eventId: string;
  @Column(text(48)) kind: string;
  @Column(longText) title: string;
  @Column(longText) body: string;
  @Column(text(20)) subjectKind: MessageView['subjectKind'];
  @Column(nullable(id)) subjectId: string | null;
  @Column(big) sentAt: number;
  @Column(nullable(big)) deliveredAt: number | null;
  @Column(nullable(big)) readAt: number | null;
}
