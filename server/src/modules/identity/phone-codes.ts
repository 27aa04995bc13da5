import { randomInt, timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { AppError, type PhoneCodePurpose } from '@yiyun/shared';
import { Clock } from '../../platform/clock.js';
import { PersonalData } from '../../platform/crypto/personal-data.js';
import { Database } from '../../platform/database/database.js';
import { ConcurrentWriteError, isDuplicate } from '../../platform/database/database-errors.js';
import { GatewayError, SmsGateway } from '../../platform/gateways/index.js';
import type { Context } from '../../platform/http/context.js';
import { newId } from '../../platform/ids.js';
import { type Command, Phrases, Recorder, UnitOfWork } from '../records/index.js';
import { minutesUntil, secondsUntil, unavailable } from './domain/refusals.js';
import { PhoneCodeRow } from './storage/citizen.entities.js';

const LIFE_MS = 5 * 60_000;
const RESEND_AFTER_MS = 60_000;
const LOCK_MS = 15 * 60_000;
const MAX_TRIES = 5;

/** A code that was found right; `spend` it in the command that it allows. */
export interface RightCode {
  phone: string;
  phoneHash: string;
  codeHash: string;
}

/** Six digits by SMS: for five minutes, for five tries in a quarter of an hour, for one use. Kept as keyed hashes only. */
@Injectable()
export class PhoneCodes {
  constructor(
    private readonly db: Database,
    private readonly work: UnitOfWork,
    private readonly recorder: Recorder,
    private readonly personalData: PersonalData,
    private readonly sms: SmsGateway,
    private readonly clock: Clock,
    phrases: Phrases,
  ) {
    phrases.teach({ PhoneCodeSent: '获取了手机验证码' });
  }

  /** Sends a code. Refuses one that follows too soon or while the phone is locked. */
  async send(
    ctx: Context,
    phone: string,
    purpose: PhoneCodePurpose = 'signIn',
  ): Promise<{ resendAfterMs: number; expiresInMs: number }> {
    const code = String(randomInt(1_000_000)).padStart(6, '0');
    const sent = this.hashes(purpose, phone, code);
    await this.work.run(ctx, 'identity.sendPhoneCode', (command) => this.keep(command, sent));
    try {
      await this.sms.send({ phone, template: purpose, params: { code } });
    } catch (error) {
      await this.db.change("UPDATE phone_code SET sentAt = 0, codeHash = '' WHERE phoneHash = ? AND codeHash = ?", [
        sent.phoneHash,
        sent.codeHash,
      ]);
      throw refusalOf(error);
    }
    return { resendAfterMs: RESEND_AFTER_MS, expiresInMs: LIFE_MS };
  }

  private async keep(command: Command, sent: RightCode): Promise<void> {
    const { at, manager } = command;
    const expiresAt = at + LIFE_MS;
    const last = await manager.findOneBy(PhoneCodeRow, { phoneHash: sent.phoneHash });
    const id = last?.id ?? newId(at);
    const { phone: _, ...hashes } = sent;
    if (last) {
      if (last.lockedUntil > at) throw new AppError('auth.phone_code_locked', minutesUntil(last.lockedUntil, at));
      const nextAt = last.sentAt + RESEND_AFTER_MS;
      if (nextAt > at) throw new AppError('auth.phone_code_too_soon', secondsUntil(nextAt, at));
      // A new code alone gives no new tries, or guessing could go on for ever.
      const tries = last.lockedUntil > 0 || last.sentAt + LOCK_MS <= at ? 0 : last.tries;
      const kept = await command.change(
        'UPDATE phone_code SET codeHash = ?, sentAt = ?, expiresAt = ?, tries = ?, lockedUntil = 0 WHERE id = ? AND sentAt = ?',
        [sent.codeHash, at, expiresAt, tries, id, last.sentAt],
      );
      if (kept !== 1) throw new ConcurrentWriteError('a code was sent at the same time');
    } else {
      const row = { id, ...hashes, sentAt: at, expiresAt, tries: 0, lockedUntil: 0 };
      await manager.insert(PhoneCodeRow, row).catch((error: unknown) => {
        throw isDuplicate(error) ? new ConcurrentWriteError('a code was sent at the same time') : error;
      });
    }
    const facts = { sentAt: at, expiresAt };
    command.record({
      streamId: `phone-code:${id}`,
      kind: 'PhoneCodeSent',
      subjectKind: 'phoneCode',
      subjectId: id,
      facts,
    });
  }

  /**
   * The code, if it is right; otherwise a refusal, which stands in the record. A try is counted before the code is
   * looked at, so that no number of parallel guesses gets more than five. One that was sent for another purpose is wrong:
   * who reads his code out to a relative has not let him into his account.
   */
  async check(
    ctx: Context,
    what: string,
    { purpose, phone, code }: { purpose: PhoneCodePurpose; phone: string; code: string },
  ): Promise<RightCode> {
    try {
      return await this.tryOnce(this.hashes(purpose, phone, code));
    } catch (error) {
      if (error instanceof AppError) await this.recorder.refused(ctx, what, error as AppError);
      throw error;
    }
  }

  private async tryOnce(given: RightCode): Promise<RightCode> {
    const now = this.clock.now();
    const counted = await this.db.change(
      `UPDATE phone_code SET lockedUntil = CASE WHEN tries >= ${MAX_TRIES - 1} THEN ? ELSE lockedUntil END, tries = tries + 1
       WHERE phoneHash = ? AND codeHash <> '' AND expiresAt > ? AND lockedUntil <= ? AND tries < ${MAX_TRIES}`,
      [now + LOCK_MS, given.phoneHash, now, now],
    );
    const row = await this.db.read.findOneBy(PhoneCodeRow, { phoneHash: given.phoneHash });
    const right = row && row.codeHash.length === given.codeHash.length && equal(row.codeHash, given.codeHash);
    if (counted === 1 && right) return given;
    if (row && row.lockedUntil > now) throw new AppError('auth.phone_code_locked', minutesUntil(row.lockedUntil, now));
    throw new AppError(counted === 1 ? 'auth.phone_code_wrong' : 'auth.phone_code_expired');
  }

  /** Uses the code up within the command; it can't be used a second time. */
  async spend(command: Command, { phoneHash, codeHash }: RightCode): Promise<void> {
    const spent = await command.change(
      "UPDATE phone_code SET codeHash = '', tries = 0, lockedUntil = 0 WHERE phoneHash = ? AND codeHash = ?",
      [phoneHash, codeHash],
    );
    if (spent !== 1) throw new AppError('auth.phone_code_expired');
  }

  /** Removes codes, and with them the hashes of phones, a day after they were sent. */
  async prune(): Promise<void> {
    await this.db.change('DELETE FROM phone_code WHERE sentAt < ?', [this.clock.now() - 24 * 3_600_000]);
  }

  private hashes(purpose: PhoneCodePurpose, phone: string, code: string): RightCode {
    const { personalData } = this;
    return {
      phone,
      phoneHash: personalData.hash(phone),
      codeHash: personalData.hash(`${purpose} code ${phone} ${code}`),
    };
  }
}

const equal = (a: string, b: string): boolean => timingSafeEqual(Buffer.from(a), Buffer.from(b));

function refusalOf(error: unknown): unknown {
  if (!(error instanceof GatewayError)) return error;
  if (error.reason === 'sms.number_invalid') {
    const refusal = new AppError('request.invalid');
    refusal.fields = [{ path: 'phone', message: '这个手机号收不到短信，请核对' }];
    return refusal;
  }
  if (error.kind === 'limited') {
    return new AppError('auth.phone_code_too_soon', { seconds: Math.ceil((error.retryAfterMs ?? 60_000) / 1000) });
  }
  return unavailable(error);
}
