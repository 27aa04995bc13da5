import { Injectable } from '@nestjs/common';
import { AppError, type ChangePasswordBody, type StaffMeView, type StaffSignInBody } from '@yiyun/shared';
import { Database } from '../../platform/database/database.js';
import type { Context } from '../../platform/http/context.js';
import { staffOf } from '../../platform/http/policies.js';
import { Recorder, UnitOfWork } from '../records/index.js';
import { hashPassword, isWeak } from './domain/password.js';
import { HallNames } from './hall-names.js';
import { type NewSession, Sessions } from './sessions.js';
import { StaffAccounts, sessionEntry } from './staff-accounts.js';
import { StaffPasswords } from './staff-passwords.js';
import { StaffRow } from './storage/staff.entities.js';
import { staffMeView } from './storage/staff.view.js';

/** Staff sign in, and keep their passwords. */
@Injectable()
export class StaffSignInService {
  constructor(
    private readonly db: Database,
    private readonly work: UnitOfWork,
    private readonly recorder: Recorder,
    private readonly accounts: StaffAccounts,
    private readonly passwords: StaffPasswords,
    private readonly sessions: Sessions,
    private readonly halls: HallNames,
  ) {}

  async signIn(
    ctx: Context,
    { account, password }: StaffSignInBody,
  ): Promise<{ me: StaffMeView; session: NewSession }> {
    const row = await this.checked(ctx, 'identity.staffSignIn', account.toLowerCase(), password);
    const { id, name, roles, hallIds, mustChangePassword } = row;
    const actor = { kind: 'staff', id, sessionId: '', name, roles, hallIds, mustChangePassword } as const;
    const session = await this.work.run({ ...ctx, actor }, 'identity.staffSignIn', async (command) => {
      const opened = await this.sessions.open(command, command.at, actor);
      await this.passwords.clear(command, id);
      await command.change('UPDATE staff SET lastSignInAt = ? WHERE id = ?', [command.at, id]);
      const facts = { lastSignInAt: command.at, sessionId: opened.id };
      command.record(sessionEntry(id, 'StaffSignedIn', facts));
      return opened;
    });
    return { me: staffMeView(row, this.halls), session };
  }

  async signOut(ctx: Context): Promise<{ signedOut: true }> {
    const { id, sessionId } = staffOf(ctx);
    await this.work.run(ctx, 'identity.staffSignOut', async (command) => {
      await this.sessions.end(command, command.at, sessionId);
      command.record(sessionEntry(id, 'StaffSignedOut', { sessionId }));
    });
    this.sessions.forget(id);
    return { signedOut: true };
  }

  async me(ctx: Context): Promise<StaffMeView> {
    return staffMeView(await this.db.read.findOneByOrFail(StaffRow, { id: staffOf(ctx).id }), this.halls);
  }

  /** Sets a new password and ends the other sessions. */
  async changePassword(ctx: Context, { current, next }: ChangePasswordBody): Promise<StaffMeView> {
    const { id, sessionId } = staffOf(ctx);
    if (isWeak(next) || next === current) throw new AppError('auth.password_weak');
    const { account } = await this.db.read.findOneByOrFail(StaffRow, { id });
    await this.checked(ctx, 'identity.staffChangePassword', account, current);
    const passwordHash = await hashPassword(next);
    await this.work.run(ctx, 'identity.staffChangePassword', async (command) => {
      const fields = { passwordHash, mustChangePassword: false };
      await this.accounts.change(command, id, fields, { kind: 'StaffPasswordChanged' });
      await this.passwords.clear(command, id);
      await this.sessions.endAll(command, command.at, id, sessionId);
    });
    this.sessions.forget(id);
    return this.me(ctx);
  }

  private async checked(ctx: Context, what: string, account: string, password: string): Promise<StaffRow> {
    try {
      return await this.passwords.check(account, password);
    } catch (error) {
      if (error instanceof AppError) await this.recorder.refused(ctx, what, error as AppError);
      throw error;
    }
  }
}
