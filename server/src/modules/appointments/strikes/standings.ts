import { Injectable } from '@nestjs/common';
import { type BookingPolicyRules, hasBlocks, type Standing, standingOf } from '@yiyun/shared';
import type { Statement, Transaction } from '../../../platform/database/database.js';
import { BookingPolicies, type BookingPolicy } from '../policies/booking-policies.js';
import { StrikeRepository, type StrikeSummary } from './strike.repository.js';

type Reading = Pick<Transaction, 'query'>;

export const FREE: Standing = { blockedUntil: null, reason: null };

/** Whether taxpayers may book. */
@Injectable()
export class Standings {
  constructor(
    private readonly strikes: StrikeRepository,
    private readonly policies: BookingPolicies,
  ) {}

  /** By taxpayer, as the rules in force have it at `now`; those who are free may be left out. */
  async of(taxpayerIds: readonly string[], now: number, tx: Reading): Promise<ReadonlyMap<string, Standing>> {
    const policy = this.policies.inForce(now);
    const [statement] = this.statement(policy, taxpayerIds);
    if (!statement) return new Map();
    return this.read(policy, await tx.query(statement.sql, [...(statement.parameters ?? [])]), now, tx);
  }

  /** The question whose rows `read` takes, for who asks several things in one round trip; none where nothing can block. */
  statement({ rules }: BookingPolicy, taxpayerIds: readonly string[]): Statement[] {
    const isAsked = hasBlocks(rules) && taxpayerIds.length > 0;
    return isAsked ? [this.strikes.againstStatement([...new Set(taxpayerIds)])] : [];
  }

  async read(
    { rules }: BookingPolicy,
    rows: readonly StrikeSummary[],
    now: number,
    tx: Reading,
  ): Promise<ReadonlyMap<string, Standing>> {
    const ofTaxpayer = new Map<string, StrikeSummary[]>();
    for (const strike of this.strikes.readSummaries(rows).filter((row) => this.counts(row))) {
      ofTaxpayer.set(strike.taxpayerId, [...(ofTaxpayer.get(strike.taxpayerId) ?? []), strike]);
    }
    const kept = await this.keptBy(ofTaxpayer, rules, tx);
    return new Map([...ofTaxpayer].map(([id, own]) => [id, standingOf(own, kept.get(id) ?? [], rules, now)]));
  }

  /** What an appointment was booked under decides: nobody is blocked for what was no strike when he booked. */
  counts({ kind, policyId }: Pick<StrikeSummary, 'kind' | 'policyId'>): boolean {
    return this.policies.get(policyId).rules[`${kind}Count`] !== undefined;
  }

  /** Kept appointments matter only where strikes must follow each other. */
  private keptBy(
    strikes: ReadonlyMap<string, StrikeSummary[]>,
    rules: BookingPolicyRules,
    tx: Reading,
  ): Promise<ReadonlyMap<string, number[]>> {
    const matters = rules.noShowWindow === 'inARow' || rules.cancelWindow === 'inARow';
    return matters ? this.strikes.keptBy([...strikes.keys()], tx) : Promise.resolve(new Map());
  }
}
