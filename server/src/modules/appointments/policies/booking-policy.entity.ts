import type { BookingPolicyRules, BookingPolicyView } from '@yiyun/shared';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { big, day, id, int, json, nullable, text } from '../../../platform/database/columns.js';

/** A version of the rules of booking; published it never changes, because appointments refer to it. */
@Entity('booking_policy')
export class BookingPolicyRow {
  @PrimaryColumn(id) id: string;
  @Column(int) version: number;
  @Column(text(10)) status: BookingPolicyView['status'];
  @Column(text(60)) title: string;
  @Column(text(200)) source: string;
  @Column(day) effectiveFromOn: string;
  @Column(big) createdAt: number;
  @Column(nullable(big)) publishedAt: number | null;
  @Column(json) rules: BookingPolicyRules;
}
