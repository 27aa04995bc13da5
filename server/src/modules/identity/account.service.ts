import { Injectable } from '@nestjs/common';
import {
  AppError,
  type BindEnterpriseBody,
  type BindingView,
  type DelegateBody,
  type MeView,
  normaliseUscc,
} from '@yiyun/shared';
import { Database } from '../../platform/database/database.js';
import { isDuplicate } from '../../platform/database/database-errors.js';
import { GatewayError, TaxpayerRegistry } from '../../platform/gateways/index.js';
import type { Context } from '../../platform/http/context.js';
import { citizenOf, requireConsent, requireOwner, requirePhone } from '../../platform/http/policies.js';
import { type Command, RepeatAnswers, UnitOfWork } from '../records/index.js';
import { CitizenAccounts } from './citizen-accounts.js';
import { privacyTerms } from './domain/privacy-terms.js';
import { unavailable } from './domain/refusals.js';
import { PeopleByPhone } from './people-by-phone.js';
import { PhoneCodes } from './phone-codes.js';
import { Proxies } from './proxies.js';
import { Sessions } from './sessions.js';
import { type Citizen, CitizenStore } from './storage/citizen.store.js';
import { bindingView, meView } from './storage/me.view.js';

/** What citizens do with their own accounts. */
@Injectable()
export class AccountService {
  constructor(
    private readonly db: Database,
    private readonly work: UnitOfWork,
    private readonly answers: RepeatAnswers,
    private readonly store: CitizenStore,
    private readonly accounts: CitizenAccounts,
    private readonly people: PeopleByPhone,
    private readonly proxies: Proxies,
    private readonly codes: PhoneCodes,
    private readonly registry: TaxpayerRegistry,
    private readonly sessions: Sessions,
  ) {}

  me(ctx: Context): Promise<MeView> {
    return this.viewOf(citizenOf(ctx).id);
  }

  rename(ctx: Context, name: string): Promise<MeView> {
    const { id } = citizenOf(ctx);
    return this.work.run(ctx, 'identity.updateMe', async (command) => {
      await this.accounts.rename(command, id, name);
      return this.viewOf(id, command);
    });
  }

  /** Agrees to the terms in force; another version means that the person read an old text. */
  async consent(ctx: Context, version: string): Promise<MeView> {
    const { id } = citizenOf(ctx);
    const me = await this.work.run(ctx, 'identity.consent', async (command) => {
      if (version !== privacyTerms.version) throw new AppError('identity.consent_version_old');
      await this.accounts.consent(command, id, version);
      return this.viewOf(id, command);
    });
    this.sessions.forget(id);
    return me;
  }

  async verifyPhone(ctx: Context, phone: string, code: string): Promise<MeView> {
    const { id } = requireConsent(ctx);
    const earlier = ctx.repeat && (await this.answers.find<MeView>(ctx.repeat));
    if (earlier) return earlier.answer();
    const right = await this.codes.check(ctx, 'identity.verifyPhone', { purpose: 'signIn', phone, code });
    const me = await this.work.run(ctx, 'identity.verifyPhone', async (command) => {
      const holder = await this.store.byPhone(command.manager, phone);
      if (holder && holder.id !== id) throw new AppError('identity.phone_taken');
      await this.codes.spend(command, right);
      const entry = { kind: 'PhoneVerified', facts: {}, personal: { phone } };
      await this.accounts.change(command, id, this.accounts.phoneFields(phone), entry).catch(takenIfDuplicate);
      return this.viewOf(id, command);
    });
    this.sessions.forget(id);
    return me;
  }

  /** The register must know the enterprise under this name, and this citizen in this role. */
  async bindEnterprise(ctx: Context, body: BindEnterpriseBody): Promise<BindingView> {
    const { id } = requirePhone(ctx);
    const claim = { ...body, uscc: normaliseUscc(body.uscc) };
    const registered = await this.confirm(await this.citizen(id), claim);
    return this.work.run(ctx, 'identity.bindEnterprise', async (command) => {
      if (!registered) throw new AppError('identity.binding_not_confirmed');
      return this.bindingView(command, await this.accounts.bind(command, id, { ...claim, name: registered.name }));
    });
  }

  /** The other person agreed by reading out the code that was sent to his own phone. */
  async delegate(ctx: Context, { phone, code, name }: DelegateBody): Promise<BindingView> {
    const { id } = requirePhone(ctx);
    const earlier = ctx.repeat && (await this.answers.find<BindingView>(ctx.repeat));
    if (earlier) return earlier.answer();
    if ((await this.citizen(id)).phone === phone) throw new AppError('identity.own_phone');
    const right = await this.codes.check(ctx, 'identity.delegate', { purpose: 'delegation', phone, code });
    return this.work.run(ctx, 'identity.delegate', async (command) => {
      await this.codes.spend(command, right);
      const person = await this.people.findOrMake(command, { phone, name }, 'delegation');
      return this.bindingView(command, await this.proxies.bind(command, id, person));
    });
  }

  /** A proxy is ended by either of the two. */
  endBinding(ctx: Context, bindingId: string): Promise<MeView> {
    const { id } = citizenOf(ctx);
    return this.work.run(ctx, 'identity.endBinding', async (command) => {
      const found = await this.store.binding(command.manager, bindingId);
      if (found?.role === 'proxy') {
        await this.proxies.end(command, id, bindingId);
        return this.viewOf(id, command);
      }
      const binding = requireOwner(ctx, found);
      if (binding.role === 'self') throw new AppError('request.not_available');
      await this.accounts.endBinding(command, id, binding);
      return this.viewOf(id, command);
    });
  }

  private async confirm(
    { name: person, phone }: Citizen,
    { uscc, name, role }: BindEnterpriseBody,
  ): Promise<{ name: string } | undefined> {
    if (person === '') throw new AppError('identity.name_required');
    try {
      const found = await this.registry.find(uscc);
      if (!found || found.status === 'deregistered' || !sameName(found.name, name)) return undefined;
      const verdict = await this.registry.confirm({ uscc, role, name: person, ...(phone && { phone }) });
      return verdict === 'confirmed' ? found : undefined;
    } catch (error) {
      throw error instanceof GatewayError ? unavailable(error) : error;
    }
  }

  private async viewOf(id: string, command?: Command): Promise<MeView> {
    const manager = command?.manager ?? this.db.read;
    const bindings = await this.store.bindings(manager, id);
    return meView(await this.citizen(id, command), bindings, await this.store.proxiesOf(manager, id));
  }

  private async bindingView(command: Command, bindingId: string): Promise<BindingView> {
    const binding = await this.store.binding(command.manager, bindingId);
    if (!binding) throw new Error('a binding that was just made is gone');
    return bindingView(binding);
  }

  private async citizen(id: string, command?: Command): Promise<Citizen> {
    const [citizen] = await this.store.byIds(command?.manager ?? this.db.read, [id]);
    if (!citizen) throw new AppError('request.not_found');
    return citizen;
  }
}

/** Brackets and blanks are typed in many ways. */
const plain = (name: string): string => name.normalize('NFKC').replaceAll(/\s/g, '');
const sameName = (a: string, b: string): boolean => plain(a) === plain(b);

function takenIfDuplicate(error: unknown): never {
  throw isDuplicate(error) ? new AppError('identity.phone_taken') : error;
}
