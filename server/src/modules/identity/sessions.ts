import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { StaffRole } from '@yiyun/shared';
import { LRUCache } from 'lru-cache';
import { Clock } from '../../platform/clock.js';
import type { Config } from '../../platform/config/config.js';
import { InjectConfig } from '../../platform/config/config.token.js';
import { Database, type Transaction } from '../../platform/database/database.js';
import type { Actor } from '../../platform/http/context.js';
import { SessionResolver } from '../../platform/http/sessions.js';
import { newId } from '../../platform/ids.js';
import { privacyTerms } from './domain/privacy-terms.js';

export interface NewSession {
  id: string;
  /** 256 random bits, base64url; given out once and never stored. */
  token: string;
  expiresAt: number;
}

interface FoundSession {
  id: string;
  kind: 'citizen' | 'staff';
  ownerId: string;
  seenAt: string | number;
  expiresAt: string | number;
  consentVersion: string | null;
  phoneHash: string | null;
  name: string | null;
  roles: string | null;
  hallIds: string | null;
  mustChangePassword: number | null;
}
interface Known {
  actor: Extract<Actor, { sessionId: string }>;
  expiresAt: number;
}

const NOBODY: Actor = { kind: 'nobody' };
const CACHE_MS = 10_000;
const SEEN_EVERY_MS = 60_000;
const MINUTE = 60_000;

export const tokenHashOf = (token: string): string => createHash('sha256').update(token).digest('hex');

/**
 * Opens, finds and ends sessions. What a session stands for is remembered for ten seconds, so that another instance
 * notices a sign-out within that time, and this one at once.
 */
@Injectable()
export class Sessions extends SessionResolver {
  private readonly known: LRUCache<string, Known>;
  /** Grows with each `forget`: what was read before one is not remembered after it. */
  private forgotten = 0;

  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    @InjectConfig() private readonly config: Config,
  ) {
    super();
    this.known = new LRUCache({ max: 50_000, ttl: CACHE_MS, ttlResolution: 0, perf: { now: () => clock.now() } });
  }

  /** Makes a session within the caller's transaction. */
  async open(
    tx: Pick<Transaction, 'query'>,
    at: number,
    owner: { kind: 'citizen' | 'staff'; id: string },
  ): Promise<NewSession> {
    const token = randomBytes(32).toString('base64url');
    const lifeMs = owner.kind === 'citizen' ? this.config.sessionDays * 1440 : this.config.staffSessionHours * 60;
    const session = { id: newId(at), token, expiresAt: at + lifeMs * MINUTE };
    await tx.query(
      'INSERT INTO session (id, tokenHash, kind, ownerId, createdAt, seenAt, expiresAt) VALUES (?, ?, ?, ?, ?, ?, ?)',
      [session.id, tokenHashOf(token), owner.kind, owner.id, at, at, session.expiresAt],
    );
    return session;
  }

  override async resolve(token: string): Promise<Actor> {
    if (!/^[\w-]{43}$/.test(token)) return NOBODY;
    const hash = tokenHashOf(token);
    const now = this.clock.now();
    const known = this.known.get(hash);
    if (known) return known.expiresAt > now ? known.actor : NOBODY;
    const before = this.forgotten;
    const row = await this.find('s.tokenHash', hash, now);
    if (!row || !(await this.isInUse(row, now))) return NOBODY;
    const found = { actor: actorOf(row), expiresAt: Number(row.expiresAt) };
    if (before === this.forgotten) this.known.set(hash, found);
    return found.actor;
  }

  /** Who holds the session now, without counting as use of it; undefined once it has ended. */
  async holderOf(sessionId: string): Promise<Known['actor'] | undefined> {
    const now = this.clock.now();
    const row = await this.find('s.id', sessionId, now);
    return row && !this.isIdle(row, now) ? actorOf(row) : undefined;
  }

  private async find(column: 's.id' | 's.tokenHash', value: string, now: number): Promise<FoundSession | undefined> {
    const [row] = await this.db.read.query<FoundSession[]>(
      `SELECT s.id, s.kind, s.ownerId, s.seenAt, s.expiresAt, c.consentVersion, c.phoneHash,
         t.name, t.roles, t.hallIds, t.mustChangePassword
       FROM session s
       LEFT JOIN citizen c ON s.kind = 'citizen' AND c.id = s.ownerId AND c.deletedAt IS NULL
       LEFT JOIN staff t ON s.kind = 'staff' AND t.id = s.ownerId AND t.active = 1
       WHERE ${column} = ? AND s.endedAt IS NULL AND s.expiresAt > ? AND (c.id IS NOT NULL OR t.id IS NOT NULL)`,
      [value, now],
    );
    return row;
  }

  /** Staff sessions end when idle; using one is noted once a minute. */
  private async isInUse(row: FoundSession, now: number): Promise<boolean> {
    if (this.isIdle(row, now)) return false;
    if (row.kind === 'staff' && now - Number(row.seenAt) > SEEN_EVERY_MS) {
      await this.db.change('UPDATE session SET seenAt = ? WHERE id = ? AND seenAt < ?', [now, row.id, now]);
    }
    return true;
  }

  private isIdle({ kind, seenAt }: FoundSession, now: number): boolean {
    return kind === 'staff' && now - Number(seenAt) > this.config.staffIdleMinutes * MINUTE;
  }

  /** The clock is about to be put forward by so many ms: nobody is signed out by that. */
  async carryOver(ms: number): Promise<void> {
    await this.db.change(
      'UPDATE session SET seenAt = seenAt + ?, expiresAt = expiresAt + ? WHERE endedAt IS NULL AND expiresAt > ?',
      [ms, ms, this.clock.now()],
    );
  }

  async end(tx: Pick<Transaction, 'change'>, at: number, sessionId: string): Promise<void> {
    await tx.change('UPDATE session SET endedAt = ? WHERE id = ? AND endedAt IS NULL', [at, sessionId]);
  }

  /** Ends every session of a citizen or of staff, but for the one to keep. */
  async endAll(tx: Pick<Transaction, 'change'>, at: number, ownerId: string, keepSessionId = ''): Promise<void> {
    await tx.change('UPDATE session SET endedAt = ? WHERE ownerId = ? AND endedAt IS NULL AND id <> ?', [
      at,
      ownerId,
      keepSessionId,
    ]);
  }

  /** Call it after the commit of whatever changed what a session of this owner stands for. */
  forget(ownerId: string): void {
    this.forgotten++;
    for (const [hash, { actor }] of this.known.entries()) if (actor.id === ownerId) this.known.delete(hash);
  }

  /** Removes sessions that ended or ran out more than a day ago. */
  async prune(): Promise<void> {
    const before = this.clock.now() - 24 * 60 * MINUTE;
    await this.db.change('DELETE FROM session WHERE expiresAt < ? OR endedAt < ?', [before, before]);
  }
}

function actorOf(row: FoundSession): Known['actor'] {
  const { id: sessionId, ownerId: id } = row;
  if (row.kind === 'citizen') {
    const consented = row.consentVersion === privacyTerms.version;
    return { kind: 'citizen', id, sessionId, consented, phoneVerified: row.phoneHash !== null };
  }
  return {
    kind: 'staff',
    id,
    sessionId,
    name: row.name ?? '',
    roles: JSON.parse(row.roles ?? '[]') as StaffRole[],
    hallIds: JSON.parse(row.hallIds ?? '[]') as string[],
    mustChangePassword: row.mustChangePassword === 1,
  };
}
