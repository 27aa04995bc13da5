import type { StaffRole } from '@yiyun/shared';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { big, flag, id, int, json, nullable, text } from '../../../platform/database/columns.js';

/** A staff account. `failures` and `lockedUntil` guard the password and are no part of the account's history. */
@Entity('staff')
@Index('staff_account', ['account'], { unique: true })
export class StaffRow {
  @PrimaryColumn(id) id: string;
  @Column(text(40)) account: string;
  @Column(text(30)) name: string;
  @Column(text(200)) passwordHash: string;
  @Column(json) roles: StaffRole[];
  @Column(json) hallIds: string[];
  @Column(flag) active: boolean;
  @Column(flag) mustChangePassword: boolean;
  @Column(int) failures: number;
  @Column(big) lockedUntil: number;
  @Column(big) createdAt: number;
  @Column(nullable(big)) lastSignInAt: number | null;
  @Column(int) version: number;
}

/** A signed-in terminal of a citizen or of staff. Only the hash of its token is kept. */
@Entity('session')
@Index('session_token', ['tokenHash'], { unique: true })
@Index('session_owner', ['ownerId'])
@Index('session_end', ['expiresAt'])
export class SessionRow {
  @PrimaryColumn(id) id: string;
  @Column(text(64)) tokenHash: string;
  @Column(text(8)) kind: 'citizen' | 'staff';
  @Column(id) ownerId: string;
  @Column(big) createdAt: number;
  /** Roughly when it was last used; kept for staff only, whose sessions end when idle. */
  @Column(big) seenAt: number;
  @Column(big) expiresAt: number;
  @Column(nullable(big)) endedAt: number | null;
}
