import type { MigrationInterface, QueryRunner } from 'typeorm';
import { columns, optional, schemaBuilder } from '../platform/database/schema-builder.js';

/** Citizens, the taxpayers they act for, staff, and the sessions of both. */
export class Identity1763800000002 implements MigrationInterface {
  readonly name = 'Identity1763800000002';

  async up(q: QueryRunner): Promise<void> {
    const { table, index } = schemaBuilder(q);
    const { key, id, big, int, text, str } = columns;
    await table('citizen', [
      key(),
      str('openid', 64, optional),
      text('phone', optional),
      str('phoneHash', 64, optional),
      text('name', optional),
      str('consentVersion', 20, optional),
      big('createdAt'),
      big('lastSignInAt', optional),
      big('deletedAt', optional),
      int('version'),
    ]);
    await index('citizen', 'citizen_openid', ['openid'], true);
    await index('citizen', 'citizen_phone', ['phoneHash'], true);
    await table('consent', [key(), id('citizenId'), str('version', 20), big('at')]);
    await index('consent', 'consent_citizen', ['citizenId', 'at']);
    await table('taxpayer', [
      key(),
      str('kind', 10),
      id('citizenId', optional),
      str('name', 100, optional),
      text('sealedName', optional),
      str('uscc', 18, optional),
      big('createdAt'),
    ]);
    await index('taxpayer', 'taxpayer_uscc', ['uscc'], true);
    await index('taxpayer', 'taxpayer_citizen', ['citizenId'], true);
    await table('binding', [
      key(),
      id('citizenId'),
      id('taxpayerId'),
      str('role', 20),
      str('status', 10),
      str('activeKey', 53, optional),
      big('boundAt'),
      big('endedAt', optional),
    ]);
    await index('binding', 'binding_active', ['activeKey'], true);
    await index('binding', 'binding_citizen', ['citizenId', 'status']);
    await index('binding', 'binding_taxpayer', ['taxpayerId', 'status']);
    await table('phone_code', [
      key(),
      str('phoneHash', 64),
      str('codeHash', 64),
      big('sentAt'),
      big('expiresAt'),
      int('tries'),
      big('lockedUntil'),
    ]);
    await index('phone_code', 'phone_code_phone', ['phoneHash'], true);
    await table('staff', [
      key(),
      str('account', 40),
      str('name', 30),
      str('passwordHash', 200),
      text('roles'),
      text('hallIds'),
      int('active'),
      int('mustChangePassword'),
      int('failures'),
      big('lockedUntil'),
      big('createdAt'),
      big('lastSignInAt', optional),
      int('version'),
    ]);
    await index('staff', 'staff_account', ['account'], true);
    await table('session', [
      key(),
      str('tokenHash', 64),
      str('kind', 8),
      id('ownerId'),
      big('createdAt'),
      big('seenAt'),
      big('expiresAt'),
      big('endedAt', optional),
    ]);
    await index('session', 'session_token', ['tokenHash'], true);
    await index('session', 'session_owner', ['ownerId']);
    await index('session', 'session_end', ['expiresAt']);
  }

  async down(q: QueryRunner): Promise<void> {
    for (const name of ['session', 'staff', 'phone_code', 'binding', 'taxpayer', 'consent', 'citizen'])
      await q.dropTable(name);
  }
}
