import { Injectable } from '@nestjs/common';
import { AppError } from '@yiyun/shared';
import { Database, type Transaction } from '../../platform/database/database.js';
import { list } from '../../platform/database/sql.js';
import type { Command } from '../records/index.js';
import { CitizenAccounts } from './citizen-accounts.js';
import type { TaxpayerRow } from './storage/citizen.entities.js';
import { type Binding, bindingKey, CitizenStore, type Taxpayer } from './storage/citizen.store.js';

/** The transaction in which an answer must hold; without one the reading lane is asked. */
type Within = Pick<Transaction, 'manager'>;

/** A taxpayer with the key of the binding through which a citizen acts for it. */
export type BoundRow = TaxpayerRow & { activeKey: string };

/** What other modules ask about taxpayers, and who may act for them. */
@Injectable()
export class Taxpayers {
  constructor(
    private readonly db: Database,
    private readonly store: CitizenStore,
    private readonly accounts: CitizenAccounts,
  ) {}

  /** The taxpayer, if the citizen may act for it now; otherwise `identity.taxpayer_not_yours`. */
  async requireBinding(citizenId: string, taxpayerId: string, within?: Within): Promise<Taxpayer> {
    const taxpayer = (await this.boundTo([{ citizenId, taxpayerId }], within)).get(bindingKey(citizenId, taxpayerId));
    if (!taxpayer) throw new AppError('identity.taxpayer_not_yours');
    return taxpayer;
  }

  /** For many at once: the taxpayers by `bindingKey(citizenId, taxpayerId)`, only of bindings that hold now. */
  async boundTo(
    pairs: readonly { citizenId: string; taxpayerId: string }[],
    within?: Within,
  ): Promise<ReadonlyMap<string, Taxpayer>> {
    if (pairs.length === 0) return new Map();
    const { sql, parameters } = this.boundToStatement(pairs);
    return this.readBoundTo(await this.manager(within).query<BoundRow[]>(sql, [...parameters]));
  }

  /** The question of `boundTo` for a command that asks several things in one round trip; `readBoundTo` reads its rows. */
  boundToStatement(pairs: readonly { citizenId: string; taxpayerId: string }[]) {
    const keys = [...new Set(pairs.map((pair) => bindingKey(pair.citizenId, pair.taxpayerId)))];
    const sql = `SELECT b.activeKey, t.* FROM binding b JOIN taxpayer t ON t.id = b.taxpayerId
      WHERE b.activeKey IN (${list(Math.max(1, keys.length))})`;
    return { sql, parameters: keys.length === 0 ? [''] : keys };
  }

  readBoundTo(rows: readonly BoundRow[]): ReadonlyMap<string, Taxpayer> {
    return new Map(rows.map(({ activeKey, ...row }) => [activeKey, this.store.taxpayer(row)]));
  }

  /** Throws `request.not_found` for an id that is no taxpayer's. */
  async taxpayerOf(id: string, within?: Within): Promise<Taxpayer> {
    const found = (await this.taxpayersOf([id], within)).get(id);
    if (!found) throw new AppError('request.not_found');
    return found;
  }

  async taxpayersOf(ids: readonly string[], within?: Within): Promise<ReadonlyMap<string, Taxpayer>> {
    const found = await this.store.taxpayers(this.manager(within), ids);
    return new Map(found.map((taxpayer) => [taxpayer.id, taxpayer]));
  }

  /** The enterprise of this code, made under the name if it is not known; undefined when there is no name either. */
  async enterprise(command: Command, uscc: string, name: string | undefined): Promise<Taxpayer | undefined> {
    if (name !== undefined) return this.accounts.enterprise(command, { uscc, name });
    return this.store.taxpayerByUscc(command.manager, uscc);
  }

  /** For whom the citizen may act now, himself first. */
  bindingsOf(citizenId: string, within?: Within): Promise<Binding[]> {
    return this.store.bindings(this.manager(within), citizenId);
  }

  private manager(within?: Within) {
    return within?.manager ?? this.db.read;
  }
}
