import { Injectable } from '@nestjs/common';
import { AppError, type PersonalDataExport } from '@yiyun/shared';
import { Clock } from '../../platform/clock.js';
import { Database } from '../../platform/database/database.js';
import type { Context } from '../../platform/http/context.js';
import { citizenOf } from '../../platform/http/policies.js';
import { InteractionStore, Recorder, UnitOfWork } from '../records/index.js';
import { CitizenAccounts } from './citizen-accounts.js';
import { PersonalDataSources } from './personal-data-sources.js';
import { Proxies } from './proxies.js';
import { Sessions } from './sessions.js';
import { ConsentRow } from './storage/citizen.entities.js';
import { CitizenStore } from './storage/citizen.store.js';
import { meView } from './storage/me.view.js';

/** A citizen's right to a copy of his data, and to be forgotten. */
@Injectable()
export class PersonalDataService {
  constructor(
    private readonly db: Database,
    private readonly work: UnitOfWork,
    private readonly recorder: Recorder,
    private readonly interactions: InteractionStore,
    private readonly store: CitizenStore,
    private readonly accounts: CitizenAccounts,
    private readonly proxies: Proxies,
    private readonly sources: PersonalDataSources,
    private readonly sessions: Sessions,
    private readonly clock: Clock,
  ) {}

  async export(ctx: Context): Promise<PersonalDataExport> {
    const { id } = citizenOf(ctx);
    const [citizen] = await this.store.byIds(this.db.read, [id]);
    if (!citizen) throw new AppError('request.not_found');
    await this.recorder.viewed(ctx, { kind: 'DataExported', subjectKind: 'account', subjectId: id });
    const bindings = await this.store.bindings(this.db.read, id);
    const consents = await this.db.read.find(ConsentRow, { where: { citizenId: id }, order: { at: 'ASC' } });
    const sections: PersonalDataExport['sections'] = [];
    for (const source of this.sources.all) sections.push({ title: source.title, rows: await source.export(id) });
    return {
      exportedAt: this.clock.now(),
      me: { ...meView(citizen, bindings, await this.store.proxiesOf(this.db.read, id)), phone: citizen.phone },
      consents: consents.map(({ version, at }) => ({ version, at })),
      sections,
    };
  }

  /**
   * Removes everything personal for good: the account's, every module's, and the personal parts of the record, whose
   * chain holds without them. Refused while business is open.
   */
  async delete(ctx: Context): Promise<{ deleted: true }> {
    const { id } = citizenOf(ctx);
    await this.work.run(ctx, 'identity.deleteMe', async (command) => {
      let count = 0;
      for (const source of this.sources.all) count += await source.openCount(id, command);
      if (count > 0) throw new AppError('identity.open_business', { count });
      for (const source of this.sources.all) await source.erase(command, id);
      await this.proxies.endAll(command, id);
      await this.accounts.close(command, id);
      await this.sessions.endAll(command, command.at, id);
      await this.interactions.eraseParty(command, id);
    });
    this.sessions.forget(id);
    return { deleted: true };
  }
}
