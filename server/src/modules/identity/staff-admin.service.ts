import { Injectable } from '@nestjs/common';
import {
  AppError,
  type CreateStaffBody,
  type Page,
  type StaffListQuery,
  type StaffRole,
  type StaffView,
  type UpdateStaffBody,
} from '@yiyun/shared';
import { Clock } from '../../platform/clock.js';
import { Database } from '../../platform/database/database.js';
import { contains } from '../../platform/database/sql.js';
import type { Context } from '../../platform/http/context.js';
import { limitOf, pageOf, readCursor } from '../../platform/http/paging.js';
import { staffOf } from '../../platform/http/policies.js';
import { type Command, UnitOfWork } from '../records/index.js';
import { hashPassword, isWeak } from './domain/password.js';
import { requireKeepsOwnAccess, requireMayKeep } from './domain/staff-rights.js';
import { HallNames } from './hall-names.js';
import { Sessions } from './sessions.js';
import { StaffAccounts } from './staff-accounts.js';
import { StaffPasswords } from './staff-passwords.js';
import { StaffRow } from './storage/staff.entities.js';
import { staffView } from './storage/staff.view.js';

/** Managers and administrators keep the accounts of staff. */
@Injectable()
export class StaffAdminService {
  constructor(
    private readonly db: Database,
    private readonly work: UnitOfWork,
    private readonly accounts: StaffAccounts,
    private readonly passwords: StaffPasswords,
    private readonly sessions: Sessions,
    private readonly halls: HallNames,
    private readonly clock: Clock,
  ) {}

  /** By account name; `q` is looked for in account and name. */
  async list(ctx: Context, query: StaffListQuery): Promise<Page<StaffView>> {
    staffOf(ctx);
    const [after] = readCursor(query.cursor, '') ?? [''];
    const limit = limitOf(query);
    const rows = this.db.read.createQueryBuilder(StaffRow, 's').where('s.account > :after', { after });
    if (query.q) {
      const like = contains(query.q.toLowerCase());
      rows.andWhere("(s.account LIKE :like ESCAPE '!' OR s.name LIKE :like ESCAPE '!')", { like });
    }
    if (query.hallId) rows.andWhere('s.hallIds LIKE :hall', { hall: `%"${query.hallId}"%` });
    const found = await rows
      .orderBy('s.account')
      .limit(limit + 1)
      .getMany();
    const now = this.clock.now();
    return pageOf(
      found,
      limit,
      (row) => [row.account],
      (row) => staffView(row, now),
    );
  }

  async create(ctx: Context, { initialPassword, ...staff }: CreateStaffBody): Promise<StaffView> {
    requireMayKeep(staffOf(ctx), staff.roles);
    this.requireHalls(staff.hallIds);
    const passwordHash = await hashOf(initialPassword);
    return this.work.run(ctx, 'identity.createStaff', async (command) => {
      const id = await this.accounts.create(command, { ...staff, passwordHash, mustChangePassword: true });
      if (staff.roles.includes('admin')) await this.recordAdmins(command);
      return this.view(command, id);
    });
  }

  async update(ctx: Context, staffId: string, { version, ...next }: UpdateStaffBody): Promise<StaffView> {
    const actor = staffOf(ctx);
    this.requireHalls(next.hallIds);
    const view = await this.work.run(ctx, 'identity.updateStaff', async (command) => {
      const { roles, active } = await this.found(command, staffId);
      requireMayKeep(actor, roles, next.roles);
      requireKeepsOwnAccess(actor, staffId, next);
      await this.accounts.change(command, staffId, next, { kind: 'StaffChanged', version });
      if (!next.active) await this.sessions.endAll(command, command.at, staffId);
      if (isAdmin(roles, active) !== isAdmin(next.roles, next.active)) await this.recordAdmins(command);
      return this.view(command, staffId);
    });
    this.sessions.forget(staffId);
    return view;
  }

  /** Unlocks the account, ends its sessions and asks for another password at the next sign-in. */
  async resetPassword(ctx: Context, staffId: string, initialPassword: string): Promise<StaffView> {
    const passwordHash = await hashOf(initialPassword);
    return this.withOthersAccount(ctx, 'identity.resetStaffPassword', staffId, async (command) => {
      const fields = { passwordHash, mustChangePassword: true };
      await this.accounts.change(command, staffId, fields, { kind: 'StaffPasswordReset' });
      await this.passwords.clear(command, staffId);
    });
  }

  revokeSessions(ctx: Context, staffId: string): Promise<StaffView> {
    return this.withOthersAccount(ctx, 'identity.revokeStaffSessions', staffId, (command) =>
      this.accounts.change(command, staffId, {}, { kind: 'StaffSessionsRevoked' }),
    );
  }

  private async withOthersAccount(
    ctx: Context,
    what: string,
    staffId: string,
    act: (command: Command) => Promise<void>,
  ): Promise<StaffView> {
    const actor = staffOf(ctx);
    const view = await this.work.run(ctx, what, async (command) => {
      requireMayKeep(actor, (await this.found(command, staffId)).roles);
      await act(command);
      await this.sessions.endAll(command, command.at, staffId);
      return this.view(command, staffId);
    });
    this.sessions.forget(staffId);
    return view;
  }

  /**
   * There is always an administrator. Whoever changes who is one writes the rows of all of them before looking who is
   * left, so that of two administrators who remove each other at the same moment one comes second and is refused.
   */
  private async recordAdmins(command: Command): Promise<void> {
    await command.change(`UPDATE staff SET active = active WHERE active = 1 AND roles LIKE '%"admin"%'`);
    const staff = await command.manager.findBy(StaffRow, { active: true });
    const adminIds = staff.filter(({ roles }) => roles.includes('admin')).map(({ id }) => id);
    if (adminIds.length === 0) throw new AppError('identity.own_access');
    const subject = { subjectKind: 'staff', subjectId: 'admins' };
    command.record({ streamId: 'staff-admins:all', kind: 'AdminsChanged', ...subject, facts: { adminIds } });
  }

  private requireHalls(hallIds: readonly string[]): void {
    if (hallIds.every((hallId) => this.halls.find(hallId))) return;
    const refusal = new AppError('request.invalid');
    refusal.fields = [{ path: 'hallIds', message: '请从列表中选择办税服务厅' }];
    throw refusal;
  }

  private async found(command: Command, id: string): Promise<StaffRow> {
    const row = await command.manager.findOneBy(StaffRow, { id });
    if (!row) throw new AppError('request.not_found');
    return row;
  }

  private async view(command: Command, id: string): Promise<StaffView> {
    return staffView(await this.found(command, id), command.at);
  }
}

const isAdmin = (roles: readonly StaffRole[], active: boolean): boolean => active && roles.includes('admin');

async function hashOf(password: string): Promise<string> {
  if (isWeak(password)) throw new AppError('auth.password_weak');
  return hashPassword(password);
}
