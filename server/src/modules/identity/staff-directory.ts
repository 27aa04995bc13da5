import { Injectable } from '@nestjs/common';
import type { StaffRole } from '@yiyun/shared';
import { In } from 'typeorm';
import { Database, type Transaction } from '../../platform/database/database.js';
import { list } from '../../platform/database/sql.js';
import type { Context } from '../../platform/http/context.js';
import { StaffNames, UnitOfWork } from '../records/index.js';
import { hashPassword, isPassword } from './domain/password.js';
import { StaffAccounts } from './staff-accounts.js';
import { StaffRow } from './storage/staff.entities.js';

export interface StaffContact {
  id: string;
  name: string;
  roles: readonly StaffRole[];
  hallIds: readonly string[];
  active: boolean;
}

/** What other modules ask about staff. */
@Injectable()
export class StaffDirectory extends StaffNames {
  constructor(
    private readonly db: Database,
    private readonly accounts: StaffAccounts,
    private readonly work: UnitOfWork,
  ) {
    super();
  }

  /** Names by id, of those who left too. */
  override async namesOf(
    ids: readonly string[],
    within: Pick<Transaction, 'query'> = this.db.read,
  ): Promise<ReadonlyMap<string, string>> {
    if (ids.length === 0) return new Map();
    const rows = await within.query<{ id: string; name: string }[]>(
      `SELECT id, name FROM staff WHERE id IN (${list(ids.length)})`,
      [...ids],
    );
    return new Map(rows.map(({ id, name }) => [id, name]));
  }

  async staffOf(ids: readonly string[]): Promise<ReadonlyMap<string, StaffContact>> {
    if (ids.length === 0) return new Map();
    const rows = await this.db.read.findBy(StaffRow, { id: In([...ids]) });
    return new Map(rows.map(({ id, name, roles, hallIds, active }) => [id, { id, name, roles, hallIds, active }]));
  }

  /** Ids of the officers who work at a hall now. */
  async officersOf(
    hallId: string,
    within: Pick<Transaction, 'manager'> = { manager: this.db.read },
  ): Promise<string[]> {
    const rows = await within.manager.findBy(StaffRow, { active: true });
    return rows
      .filter(({ roles, hallIds }) => roles.includes('officer') && hallIds.includes(hallId))
      .map(({ id }) => id);
  }

  async findByAccount(account: string): Promise<StaffContact | undefined> {
    const row = await this.db.read.findOneBy(StaffRow, { account });
    return row ? { id: row.id, name: row.name, roles: row.roles, hallIds: row.hallIds, active: row.active } : undefined;
  }

  /** Which of these accounts exist and have this password. */
  async withPassword(accounts: readonly string[], password: string): Promise<string[]> {
    const rows = await this.db.read.findBy(StaffRow, { account: In([...accounts]) });
    const found = await Promise.all(
      rows.map(async (row) => ((await isPassword(password, row.passwordHash)) ? [row.account] : [])),
    );
    return found.flat();
  }

  /** For the seed, the set-up and tests. */
  async createStaff(
    ctx: Context,
    {
      password,
      mustChangePassword = false,
      ...staff
    }: {
      account: string;
      name: string;
      roles: StaffRole[];
      hallIds: string[];
      password: string;
      mustChangePassword?: boolean;
    },
  ): Promise<string> {
    const passwordHash = await hashPassword(password);
    return this.work.run(ctx, 'identity.createStaff', (command) =>
      this.accounts.create(command, { ...staff, passwordHash, mustChangePassword }),
    );
  }
}
