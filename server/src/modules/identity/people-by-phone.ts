import { Injectable } from '@nestjs/common';
import { ConcurrentWriteError, isDuplicate } from '../../platform/database/database-errors.js';
import { newId } from '../../platform/ids.js';
import type { Command } from '../records/index.js';
import { CitizenAccounts, type NewCitizen } from './citizen-accounts.js';
import { type Citizen, CitizenStore, type Taxpayer } from './storage/citizen.store.js';

/** Somebody for whom another acts: the account, and the person as a taxpayer. */
export interface SpokenFor {
  citizen: Citizen;
  taxpayer: Taxpayer;
}

/** People for whom others speak: an officer on the telephone, a relative. Found by phone, or an account is made. */
@Injectable()
export class PeopleByPhone {
  constructor(
    private readonly store: CitizenStore,
    private readonly accounts: CitizenAccounts,
  ) {}

  /** `phone` in normal form. A name is given to an account that has none; one that has a name keeps it. */
  async findOrMake(
    command: Command,
    { phone, name }: { phone: string; name: string },
    madeFor: NonNullable<NewCitizen['madeFor']>,
  ): Promise<SpokenFor> {
    const known = await this.store.byPhone(command.manager, phone);
    if (known && known.name === '') await this.accounts.rename(command, known.id, name);
    const id = known?.id ?? newId(command.at);
    if (!known) await this.accounts.register(command, { id, phone, name, madeFor }).catch(againIfMade);
    const [citizen] = await this.store.byIds(command.manager, [id]);
    const taxpayer = await this.store.individual(command.manager, id);
    if (!citizen || !taxpayer) throw new Error(`citizen ${id} is no taxpayer`);
    return { citizen, taxpayer };
  }
}

function againIfMade(error: unknown): never {
  throw isDuplicate(error) ? new ConcurrentWriteError('the phone got an account at the same time') : error;
}
