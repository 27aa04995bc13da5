import { Injectable } from '@nestjs/common';
import { AppError, type BindingRole } from '@yiyun/shared';
import { PersonalData } from '../../platform/crypto/personal-data.js';
import { ConcurrentWriteError, isDuplicate } from '../../platform/database/database-errors.js';
import { newId } from '../../platform/ids.js';
import type { Command, Facts } from '../records/index.js';
import { BindingRow, CitizenRow, ConsentRow, TaxpayerRow } from './storage/citizen.entities.js';
import { bindingKey, CitizenStore, type Taxpayer } from './storage/citizen.store.js';

export interface NewCitizen {
  id: string;
  openid?: string;
  phone?: string;
  name?: string;
  consentVersion?: string;
  /** Somebody else made the account: for a person on the telephone, or whom he stands in for. */
  madeFor?: 'booking' | 'delegation';
}
export interface EnterpriseClaim {
  uscc: string;
  name: string;
  role: Exclude<BindingRole, 'self' | 'proxy'>;
}
/** What a change of an account says in the record. */
export interface AccountEntry {
  kind: string;
  facts: Facts;
  personal?: Facts;
  onBehalfOf?: string;
}
type AccountFields = Partial<
  Pick<CitizenRow, 'openid' | 'phone' | 'phoneHash' | 'name' | 'consentVersion' | 'lastSignInAt' | 'deletedAt'>
>;

export const accountStream = (citizenId: string): string => `citizen-account:${citizenId}`;

/** A row that another transaction has just made is worth another try, which will find it. */
function againIfMade(error: unknown): never {
  throw isDuplicate(error) ? new ConcurrentWriteError('made by somebody else at the same time') : error;
}

/** The changes of a citizen's account, each with its entry in the account's stream; used inside a command. */
@Injectable()
export class CitizenAccounts {
  constructor(
    private readonly store: CitizenStore,
    private readonly personalData: PersonalData,
  ) {}

  /**
   * Makes the account, the citizen as an individual taxpayer, and the binding of the two. Throws the database's duplicate
   * error when the openid or the phone already has an account.
   */
  async register(command: Command, citizen: NewCitizen, signIn?: { sessionId: string }): Promise<void> {
    const { id, openid, phone, name, consentVersion = null, madeFor } = citizen;
    const { at, manager } = command;
    const sealedName = name ? this.personalData.seal(name) : null;
    const shown = { consentVersion, createdAt: at, lastSignInAt: signIn ? at : null, deletedAt: null };
    const sealed = { openid: openid ?? null, ...this.phoneFields(phone), name: sealedName };
    await manager.insert(CitizenRow, { id, ...sealed, ...shown, version: 1 });
    const taxpayerId = newId(at);
    await manager.insert(TaxpayerRow, { id: taxpayerId, kind: 'individual', citizenId: id, sealedName, createdAt: at });
    const bindingId = await this.insertBinding(command, id, taxpayerId, 'self');
    if (consentVersion) await this.insertConsent(command, id, consentVersion);
    command.record({
      ...this.entryFor(id),
      kind: 'CitizenRegistered',
      facts: { ...shown, ...signIn, ...(madeFor && { madeFor }), bindingId, taxpayerId, role: 'self' },
      personal: { openid, phone, name },
      first: true,
    });
  }

  async consent(command: Command, citizenId: string, consentVersion: string): Promise<void> {
    await this.insertConsent(command, citizenId, consentVersion);
    const facts = { consentVersion };
    await this.change(command, citizenId, facts, { kind: 'ConsentGiven', facts });
  }

  phoneFields(phone: string | undefined): Pick<CitizenRow, 'phone' | 'phoneHash'> {
    if (phone === undefined) return { phone: null, phoneHash: null };
    return { phone: this.personalData.seal(phone), phoneHash: this.personalData.hash(phone) };
  }

  /** One change of the account: fields, version and record. Refuses when the account no longer exists. */
  async change(command: Command, citizenId: string, fields: AccountFields, entry: AccountEntry): Promise<void> {
    const names = Object.keys(fields);
    const moved = await command.change(
      `UPDATE citizen SET ${names.map((name) => `${name} = ?, `).join('')}version = version + 1 WHERE id = ? AND deletedAt IS NULL`,
      [...Object.values(fields), citizenId],
    );
    if (moved !== 1) throw new AppError('request.not_available');
    command.record({ ...this.entryFor(citizenId), ...entry });
  }

  async rename(command: Command, citizenId: string, plain: string): Promise<void> {
    const name = this.personalData.seal(plain);
    await this.nameIndividual(command, citizenId, name);
    await this.change(command, citizenId, { name }, { kind: 'CitizenNamed', facts: {}, personal: { name: plain } });
  }

  /** Binds the citizen to an enterprise that was confirmed before. Returns the binding's id. */
  async bind(command: Command, citizenId: string, claim: EnterpriseClaim): Promise<string> {
    const taxpayer = await this.enterprise(command, claim);
    const bindingId = await this.bindTo(command, citizenId, taxpayer.id, claim.role);
    const facts = { bindingId, taxpayerId: taxpayer.id, role: claim.role };
    await this.change(command, citizenId, {}, { kind: 'EnterpriseBound', facts, onBehalfOf: taxpayer.id });
    return bindingId;
  }

  /** The binding alone, without its entry in the record; refuses a second one to the same taxpayer. */
  async bindTo(command: Command, citizenId: string, taxpayerId: string, role: BindingRole): Promise<string> {
    const held = await command.manager.existsBy(BindingRow, { activeKey: bindingKey(citizenId, taxpayerId) });
    if (held) throw new AppError('identity.binding_exists');
    return this.insertBinding(command, citizenId, taxpayerId, role);
  }

  async endBinding(command: Command, citizenId: string, binding: { id: string; taxpayer: Taxpayer }): Promise<void> {
    const ended = await command.change(
      "UPDATE binding SET status = 'ended', activeKey = NULL, endedAt = ? WHERE id = ? AND citizenId = ? AND status = 'active'",
      [command.at, binding.id, citizenId],
    );
    if (ended !== 1) throw new AppError('request.not_available');
    const facts = { bindingId: binding.id, taxpayerId: binding.taxpayer.id };
    await this.change(command, citizenId, {}, { kind: 'BindingEnded', facts, onBehalfOf: binding.taxpayer.id });
  }

  /** Ends every binding and takes all that is personal out of the account; the person may make a new one. */
  async close(command: Command, citizenId: string): Promise<void> {
    const { at: deletedAt } = command;
    await command.change('DELETE FROM phone_code WHERE phoneHash IN (SELECT phoneHash FROM citizen WHERE id = ?)', [
      citizenId,
    ]);
    await this.nameIndividual(command, citizenId, null);
    await command.change(
      "UPDATE binding SET status = 'ended', activeKey = NULL, endedAt = ? WHERE citizenId = ? AND status = 'active'",
      [deletedAt, citizenId],
    );
    const gone = { openid: null, phone: null, phoneHash: null, name: null };
    await this.change(command, citizenId, { ...gone, deletedAt }, { kind: 'CitizenDeleted', facts: { deletedAt } });
  }

  /** The name stands with the individual taxpayer too. */
  private async nameIndividual(command: Command, citizenId: string, sealedName: string | null): Promise<void> {
    await command.change(
      `UPDATE taxpayer SET sealedName = ? WHERE kind = 'individual'
       AND id IN (SELECT taxpayerId FROM binding WHERE citizenId = ? AND role = 'self')`,
      [sealedName, citizenId],
    );
  }

  private async insertConsent(command: Command, citizenId: string, version: string): Promise<void> {
    await command.manager.insert(ConsentRow, { id: newId(command.at), citizenId, version, at: command.at });
  }

  /** Found by its code, or made under this name. */
  async enterprise(command: Command, { uscc, name }: Pick<EnterpriseClaim, 'uscc' | 'name'>): Promise<Taxpayer> {
    const known = await this.store.taxpayerByUscc(command.manager, uscc);
    if (known) return known;
    const taxpayer: Taxpayer = { id: newId(command.at), kind: 'enterprise', citizenId: null, name, uscc };
    await command.manager.insert(TaxpayerRow, { ...taxpayer, createdAt: command.at }).catch(againIfMade);
    return taxpayer;
  }

  private async insertBinding(command: Command, citizenId: string, taxpayerId: string, role: BindingRole) {
    const id = newId(command.at);
    const activeKey = bindingKey(citizenId, taxpayerId);
    await command.manager
      .insert(BindingRow, { id, citizenId, taxpayerId, role, status: 'active', activeKey, boundAt: command.at })
      .catch(againIfMade);
    return id;
  }

  private entryFor(citizenId: string) {
    return {
      streamId: accountStream(citizenId),
      subjectKind: 'account',
      subjectId: citizenId,
      partyId: citizenId,
    };
  }
}
