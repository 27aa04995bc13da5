import type { BindingRole } from '@yiyun/shared';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { big, id, int, longText, nullable, text } from '../../../platform/database/columns.js';

/** A person with an account. Phone and name are sealed; the phone is found by its keyed hash. */
@Entity('citizen')
@Index('citizen_openid', ['openid'], { unique: true })
@Index('citizen_phone', ['phoneHash'], { unique: true })
export class CitizenRow {
  @PrimaryColumn(id) id: string;
  @Column(nullable(text(64))) openid: string | null;
  @Column(nullable(longText)) phone: string | null;
  @Column(nullable(text(64))) phoneHash: string | null;
  @Column(nullable(longText)) name: string | null;
  @Column(nullable(text(20))) consentVersion: string | null;
  @Column(big) createdAt: number;
  @Column(nullable(big)) lastSignInAt: number | null;
  @Column(nullable(big)) deletedAt: number | null;
  @Column(int) version: number;
}

/** Each time a citizen agreed to a version of the privacy terms. */
@Entity('consent')
@Index('consent_citizen', ['citizenId', 'at'])
export class ConsentRow {
  @PrimaryColumn(id) id: string;
  @Column(id) citizenId: string;
  @Column(text(20)) version: string;
  @Column(big) at: number;
}

/** For whom one acts: an enterprise under its public name, or an individual whose name is sealed. */
@Entity('taxpayer')
@Index('taxpayer_uscc', ['uscc'], { unique: true })
@Index('taxpayer_citizen', ['citizenId'], { unique: true })
export class TaxpayerRow {
  @PrimaryColumn(id) id: string;
  @Column(text(10)) kind: 'individual' | 'enterprise';
  /** Whom an individual taxpayer is; null for an enterprise. */
  @Column(nullable(id)) citizenId: string | null;
  @Column(nullable(text(100))) name: string | null;
  @Column(nullable(longText)) sealedName: string | null;
  @Column(nullable(text(18))) uscc: string | null;
  @Column(big) createdAt: number;
}

/** A citizen's right to act for a taxpayer; part of the citizen's account. `activeKey` is null once it has ended. */
@Entity('binding')
@Index('binding_active', ['activeKey'], { unique: true })
@Index('binding_citizen', ['citizenId', 'status'])
@Index('binding_taxpayer', ['taxpayerId', 'status'])
export class BindingRow {
  @PrimaryColumn(id) id: string;
  @Column(id) citizenId: string;
  @Column(id) taxpayerId: string;
  @Column(text(20)) role: BindingRole;
  @Column(text(10)) status: 'active' | 'ended';
  @Column(nullable(text(53))) activeKey: string | null;
  @Column(big) boundAt: number;
  @Column(nullable(big)) endedAt: number | null;
}

/** The latest code sent to a phone; the code itself is not kept, only its keyed hash. */
@Entity('phone_code')
@Index('phone_code_phone', ['phoneHash'], { unique: true })
export class PhoneCodeRow {
  @PrimaryColumn(id) id: string;
  @Column(text(64)) phoneHash: string;
  @Column(text(64)) codeHash: string;
  @Column(big) sentAt: number;
  @Column(big) expiresAt: number;
  @Column(int) tries: number;
  @Column(big) lockedUntil: number;
}
