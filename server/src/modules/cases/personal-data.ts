import { Injectable } from '@nestjs/common';
import { closedCaseStatuses } from '@yiyun/shared';
import { ConcurrentWriteError } from '../../platform/database/database-errors.js';
import type { PersonalDataSource } from '../identity/index.js';
import { type Command, InteractionStore } from '../records/index.js';
import { CaseOwners } from './case-owners.js';
import { CaseViews } from './case-views.js';
import { personalColumns, ServiceCaseRow } from './storage/case.entity.js';
import { CaseRepository } from './storage/case.repository.js';
import { citizenDetailViewOf } from './storage/case.view.js';
import { recordStep } from './storage/move-case.js';

const nothing = Object.fromEntries(personalColumns.map((column) => [column, null]));

/** What cases hold of a citizen. */
@Injectable()
export class CasePersonalData implements PersonalDataSource {
  readonly title = '办件';

  constructor(
    private readonly repository: CaseRepository,
    private readonly owners: CaseOwners,
    private readonly views: CaseViews,
    private readonly interactions: InteractionStore,
  ) {}

  async export(citizenId: string): Promise<unknown[]> {
    const rows = await this.of(citizenId);
    return rows.map((row) => citizenDetailViewOf(row, this.views.parts(row), []));
  }

  async erase(command: Command, citizenId: string): Promise<void> {
    for (const row of await this.of(citizenId, command)) {
      const version = row.version + 1;
      const changes = { ...nothing, citizenId, version } as Partial<ServiceCaseRow>;
      const done = await command.manager.update(ServiceCaseRow, { id: row.id, version: row.version }, changes);
      if (done.affected !== 1) throw new ConcurrentWriteError('a case was changed while it was being erased');
      await this.interactions.eraseStream(command, `case:${row.id}`);
      recordStep(command, { row: { ...row, ...changes }, kind: 'CaseErased', facts: { citizenId } });
    }
  }

  async openCount(citizenId: string, command: Command): Promise<number> {
    const rows = await this.of(citizenId, command);
    return rows.filter((row) => !closedCaseStatuses.includes(row.status)).length;
  }

  private async of(citizenId: string, within?: Command): Promise<ServiceCaseRow[]> {
    return this.repository.allOfCitizen(citizenId, await this.owners.phoneHashOf(citizenId, within), within);
  }
}
