import { Injectable } from '@nestjs/common';
import type { BindingRole } from '@yiyun/shared';
import { type EntityManager, In, IsNull } from 'typeorm';
import { PersonalData } from '../../../platform/crypto/personal-data.js';
import { BindingRow, CitizenRow, TaxpayerRow } from './citizen.entities.js';

/** A citizen with name and phone in clear, for use inside the server; never an answer as it is. */
export interface Citizen {
  id: string;
  openid: string | null;
  /** Empty until the citizen gave one. */
  name: string;
  phone: string | null;
  consentVersion: string | null;
  createdAt: number;
  deletedAt: number | null;
  version: number;
}
export interface Taxpayer {
  id: string;
  kind: 'individual' | 'enterprise';
  /** Whom an individual is; null for an enterprise. */
  citizenId: string | null;
  /** Of an individual it may be empty. */
  name: string;
  uscc: string | null;
}
export interface Binding {
  id: string;
  citizenId: string;
  role: BindingRole;
  status: 'active' | 'ended';
  boundAt: number;
  taxpayer: Taxpayer;
}

/** Who may act for a citizen, with his name. */
export interface Proxy {
  id: string;
  citizenId: string;
  taxpayerId: string;
  name: string;
  boundAt: number;
}

/** Unique among the bindings that hold: a citizen is bound to a taxpayer once. */
export const bindingKey = (citizenId: string, taxpayerId: string): string => `${citizenId}:${taxpayerId}`;

const DELETED_NAME = '已注销用户';

/** Reads citizens, taxpayers and bindings, opening what is sealed. `db` is the reading lane or an open transaction. */
@Injectable()
export class CitizenStore {
  constructor(private readonly personalData: PersonalData) {}

  async byIds(db: EntityManager, ids: readonly string[]): Promise<Citizen[]> {
    if (ids.length === 0) return [];
    return (await db.findBy(CitizenRow, { id: In([...ids]) })).map((row) => this.citizen(row));
  }

  async byOpenid(db: EntityManager, openid: string): Promise<Citizen | undefined> {
    const row = await db.findOneBy(CitizenRow, { openid });
    return row ? this.citizen(row) : undefined;
  }

  async byPhone(db: EntityManager, phone: string): Promise<Citizen | undefined> {
    const row = await db.findOneBy(CitizenRow, { phoneHash: this.personalData.hash(phone) });
    return row ? this.citizen(row) : undefined;
  }

  async taxpayers(db: EntityManager, ids: readonly string[]): Promise<Taxpayer[]> {
    if (ids.length === 0) return [];
    return (await db.findBy(TaxpayerRow, { id: In([...ids]) })).map((row) => this.taxpayer(row));
  }

  /** A citizen as a taxpayer himself. */
  async individual(db: EntityManager, citizenId: string): Promise<Taxpayer | undefined> {
    const row = await db.findOneBy(TaxpayerRow, { citizenId });
    return row ? this.taxpayer(row) : undefined;
  }

  async taxpayerByUscc(db: EntityManager, uscc: string): Promise<Taxpayer | undefined> {
    const row = await db.findOneBy(TaxpayerRow, { uscc });
    return row ? this.taxpayer(row) : undefined;
  }

  /** Active bindings of a citizen: himself first, then enterprises in the order they were bound. */
  async bindings(db: EntityManager, citizenId: string): Promise<Binding[]> {
    const rows = await db.find(BindingRow, {
      where: { citizenId, endedAt: IsNull() },
      order: { boundAt: 'ASC', id: 'ASC' },
    });
    const self = rows.filter(({ role }) => role === 'self');
    return this.withTaxpayers(db, [...self, ...rows.filter(({ role }) => role !== 'self')]);
  }

  /** Active bindings of other citizens to a citizen as an individual taxpayer, the oldest first. */
  async proxiesOf(db: EntityManager, citizenId: string): Promise<Proxy[]> {
    const self = await this.individual(db, citizenId);
    if (!self) return [];
    const rows = await db.find(BindingRow, {
      where: { taxpayerId: self.id, role: 'proxy', endedAt: IsNull() },
      order: { boundAt: 'ASC', id: 'ASC' },
    });
    const people = new Map(
      (
        await this.byIds(
          db,
          rows.map((row) => row.citizenId),
        )
      ).map((one) => [one.id, one]),
    );
    return rows.map((row) => ({ ...row, name: people.get(row.citizenId)?.name ?? '' }));
  }

  async binding(db: EntityManager, id: string): Promise<Binding | undefined> {
    const row = await db.findOneBy(BindingRow, { id });
    return row ? (await this.withTaxpayers(db, [row]))[0] : undefined;
  }

  private async withTaxpayers(db: EntityManager, rows: BindingRow[]): Promise<Binding[]> {
    const taxpayers = await this.taxpayers(
      db,
      rows.map((row) => row.taxpayerId),
    );
    const byId = new Map(taxpayers.map((taxpayer) => [taxpayer.id, taxpayer]));
    return rows.map(({ id, citizenId, role, status, boundAt, taxpayerId }) => {
      const taxpayer = byId.get(taxpayerId);
      if (!taxpayer) throw new Error(`binding ${id} names a taxpayer that does not exist`);
      return { id, citizenId, role, status, boundAt, taxpayer };
    });
  }

  private citizen(row: CitizenRow): Citizen {
    const { id, openid, consentVersion, createdAt, deletedAt, version } = row;
    const name = deletedAt ? DELETED_NAME : row.name ? this.personalData.open(row.name) : '';
    const phone = row.phone ? this.personalData.open(row.phone) : null;
    return { id, openid, name, phone, consentVersion, createdAt, deletedAt, version };
  }

  taxpayer({ id, kind, citizenId, name, sealedName, uscc }: TaxpayerRow): Taxpayer {
    return { id, kind, citizenId, uscc, name: name ?? (sealedName ? this.personalData.open(sealedName) : '') };
  }
}
