import { Injectable } from '@nestjs/common';
import { AppError, type StaffRole } from '@yiyun/shared';
import { isDuplicate } from '../../platform/database/database-errors.js';
import { newId } from '../../platform/ids.js';
import type { Command, Facts, NewInteraction } from '../records/index.js';
import { StaffRow } from './storage/staff.entities.js';

export interface NewStaff {
  account: string;
  name: string;
  roles: StaffRole[];
  hallIds: string[];
  passwordHash: string;
  mustChangePassword: boolean;
}
type StaffFields = Partial<
  Pick<StaffRow, 'name' | 'roles' | 'hallIds' | 'active' | 'mustChangePassword' | 'passwordHash'>
>;

export const staffStream = (staffId: string): string => `staff-account:${staffId}`;

const stored = (v: unknown): unknown => (Array.isArray(v) ? JSON.stringify(v) : typeof v === 'boolean' ? Number(v) : v);

/** The changes of a staff account, each with its entry in the account's stream; used inside a command. */
@Injectable()
export class StaffAccounts {
  async create(command: Command, staff: NewStaff): Promise<string> {
    const id = newId(command.at);
    const row = { id, ...staff, active: true, createdAt: command.at, version: 1 };
    try {
      await command.manager.insert(StaffRow, { ...row, lastSignInAt: null, failures: 0, lockedUntil: 0 });
    } catch (error) {
      throw isDuplicate(error) ? new AppError('identity.account_taken') : error;
    }
    const { passwordHash: _, version: __, ...facts } = row;
    command.record({ ...entryFor(id), kind: 'StaffCreated', facts, first: true });
    return id;
  }

  /**
   * One change of the account: fields, version and record. The facts are the fields but for the password's hash, and
   * `more`. With `version` it refuses as stale when somebody else changed the account meanwhile.
   */
  async change(
    command: Command,
    staffId: string,
    fields: StaffFields,
    entry: { kind: string; more?: Facts; version?: number },
  ): Promise<void> {
    const names = Object.keys(fields);
    const guard = entry.version === undefined ? '' : ' AND version = ?';
    const moved = await command.change(
      `UPDATE staff SET ${names.map((name) => `${name} = ?, `).join('')}version = version + 1 WHERE id = ?${guard}`,
      [...Object.values(fields).map(stored), staffId, ...(entry.version === undefined ? [] : [entry.version])],
    );
    if (moved !== 1) throw new AppError('request.stale');
    const { passwordHash: _secret, ...shown } = fields;
    command.record({ ...entryFor(staffId), kind: entry.kind, facts: { ...shown, ...entry.more } });
  }
}

/** Sign-ins have a stream of their own, so that one of them doesn't make an edit of the account stale. */
export function sessionEntry(staffId: string, kind: string, facts: Facts): NewInteraction {
  return { streamId: `staff-session:${staffId}`, kind, subjectKind: 'staff', subjectId: staffId, facts };
}

function entryFor(staffId: string) {
  return { streamId: staffStream(staffId), subjectKind: 'staff', subjectId: staffId };
}
