import { Injectable } from '@nestjs/common';
import { AppError } from '@yiyun/shared';
import { Database, type Transaction } from '../../platform/database/database.js';
import { list } from '../../platform/database/sql.js';
import { type Binding, bindingKey, CitizenStore, type Taxpayer } from './storage/citizen.store.js';

/** The transaction in which an answer must hold; without one the reading lane is asked. */
type Within = Pick<Transaction, 'manager'>;

/** What other modules ask about taxpayers, and who may act for them. */
@Injectable()
export class Taxpayers {
  constructor(
    private readonly db: Database,
    private readonly store: CitizenStore,
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
    const keys = [...new Set(pairs.map((pair) => bindingKey(pair.citizenId, pair.taxpayerId)))];
    if (keys.length === 0) return new Map();
    const held = await this.manager(within).query<{ activeKey: string; taxpayerId: string }[]>(
      `SELECT activeKey, taxpayerId FROM binding WHERE activeKey IN (${list(keys.length)})`,
      keys,
    );
    const taxpayers = await this.taxpayersOf(
      held.map((binding) => binding.taxpayerId),
      within,
    );
    return new Map(held.map(({ activeKey, taxpayerId }) => [activeKey, taxpayers.get(taxpayerId) as Taxpayer]));
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

  /** For whom the citizen may act now, himself first. */
  bindingsOf(citizenId: string, within?: Within): Promise<Binding[]> {
    return this.store.bindings(this.manager(within), citizenId);
  }

  private manager(within?: Within) {
    return within?.manager ?? this.db.read;
  }
}
