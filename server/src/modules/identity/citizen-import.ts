import { Injectable } from '@nestjs/common';
import type { BindingRole } from '@yiyun/shared';
import { PersonalData } from '../../platform/crypto/personal-data.js';
import type { Context } from '../../platform/http/context.js';
import { newId } from '../../platform/ids.js';
import { type Command, UnitOfWork } from '../records/index.js';
import { accountStream, type EnterpriseClaim } from './citizen-accounts.js';
import { privacyTerms } from './domain/privacy-terms.js';
import { BindingRow, CitizenRow, ConsentRow, TaxpayerRow } from './storage/citizen.entities.js';
import { bindingKey } from './storage/citizen.store.js';

/** An account to be made; phone and enterprises are new ones. */
export interface ImportedCitizen {
  phone: string;
  name: string;
  enterprises: readonly EnterpriseClaim[];
}

const AT_ONCE = 200;

/** Many accounts at once, each as it would have come into being one step after another; a group is one command. */
@Injectable()
export class CitizenImport {
  constructor(
    private readonly work: UnitOfWork,
    private readonly personalData: PersonalData,
  ) {}

  /** Throws the database's duplicate error, and adds nothing of the group, when a phone or an enterprise is known. */
  async add(ctx: Context, citizens: readonly ImportedCitizen[], onProgress?: (added: number) => void): Promise<void> {
    for (let from = 0; from < citizens.length; from += AT_ONCE) {
      const group = citizens.slice(from, from + AT_ONCE);
      await this.work.run(ctx, 'identity.importCitizens', (command) => this.addGroup(command, group));
      onProgress?.(from + group.length);
    }
  }

  private async addGroup(command: Command, citizens: readonly ImportedCitizen[]): Promise<void> {
    const rows = new Rows(command);
    for (const citizen of citizens) this.addOne(command, rows, citizen);
    await rows.insert();
  }

  private addOne(command: Command, rows: Rows, { phone, name, enterprises }: ImportedCitizen): void {
    const { at } = command;
    const id = newId(at);
    const sealedName = this.personalData.seal(name);
    const shown = { consentVersion: privacyTerms.version, createdAt: at, lastSignInAt: null, deletedAt: null };
    const sealed = { phone: this.personalData.seal(phone), phoneHash: this.personalData.hash(phone), name: sealedName };
    rows.citizens.push({ id, openid: null, ...sealed, ...shown, version: 1 + enterprises.length });
    rows.consents.push({ id: newId(at), citizenId: id, version: shown.consentVersion, at });
    const entry = { streamId: accountStream(id), subjectKind: 'account', subjectId: id, partyId: id };
    const self = rows.bind(id, { kind: 'individual', citizenId: id, sealedName }, 'self');
    const personal = { phone, name };
    command.record({ ...entry, kind: 'CitizenRegistered', facts: { ...shown, ...self }, personal, first: true });
    for (const { role, name: title, uscc } of enterprises) {
      const facts = rows.bind(id, { kind: 'enterprise', name: title, uscc }, role);
      command.record({ ...entry, kind: 'EnterpriseBound', facts, onBehalfOf: facts.taxpayerId });
    }
  }
}

/** Collects rows of four tables, to be inserted with one statement each. */
class Rows {
  readonly citizens: CitizenRow[] = [];
  readonly consents: ConsentRow[] = [];
  private readonly taxpayers: Partial<TaxpayerRow>[] = [];
  private readonly bindings: Partial<BindingRow>[] = [];

  constructor(private readonly command: Command) {}

  bind(citizenId: string, taxpayer: Partial<TaxpayerRow>, role: BindingRole) {
    const { at } = this.command;
    const [taxpayerId, bindingId] = [newId(at), newId(at)];
    this.taxpayers.push({ ...taxpayer, id: taxpayerId, createdAt: at });
    const activeKey = bindingKey(citizenId, taxpayerId);
    this.bindings.push({ id: bindingId, citizenId, taxpayerId, role, status: 'active', activeKey, boundAt: at });
    return { bindingId, taxpayerId, role };
  }

  async insert(): Promise<void> {
    const { manager } = this.command;
    await manager.insert(CitizenRow, this.citizens);
    await manager.insert(TaxpayerRow, this.taxpayers);
    await manager.insert(BindingRow, this.bindings);
    await manager.insert(ConsentRow, this.consents);
  }
}
