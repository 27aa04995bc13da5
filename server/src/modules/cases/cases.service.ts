import { Injectable } from '@nestjs/common';
import {
  type AnswerCorrectionBody,
  type CaseAction,
  type CaseDetailView,
  type CaseSummaryView,
  type MyCasesQuery,
  type Page,
  type VersionBody,
} from '@yiyun/shared';
import { PersonalData } from '../../platform/crypto/personal-data.js';
import type { Context } from '../../platform/http/context.js';
import { limitOf, pageOf } from '../../platform/http/paging.js';
import { citizenOf } from '../../platform/http/policies.js';
import { type Command, Phrases, Recorder, UnitOfWork } from '../records/index.js';
import { AppointmentSource } from './appointment-source.js';
import { CaseClocks } from './case-clocks.js';
import { CaseOwners } from './case-owners.js';
import { CaseViews } from './case-views.js';
import { casePhrases } from './domain/steps.js';
import type { ServiceCaseRow } from './storage/case.entity.js';
import { CaseRepository } from './storage/case.repository.js';
import { citizenSummaryViewOf } from './storage/case.view.js';
import { type CaseContent, moveCase } from './storage/move-case.js';

/** What citizens do with their cases. */
@Injectable()
export class CasesService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly repository: CaseRepository,
    private readonly owners: CaseOwners,
    private readonly clocks: CaseClocks,
    private readonly views: CaseViews,
    private readonly recorder: Recorder,
    private readonly appointments: AppointmentSource,
    private readonly personalData: PersonalData,
    phrases: Phrases,
  ) {
    phrases.teach(casePhrases);
  }

  async mine(ctx: Context, query: MyCasesQuery): Promise<Page<CaseSummaryView>> {
    const { id } = citizenOf(ctx);
    const rows = await this.repository.ofCitizen(id, await this.owners.phoneHashOf(id), query);
    return pageOf(
      rows,
      limitOf(query),
      (row) => [row.openedAt, row.id],
      (row) => citizenSummaryViewOf(row, this.views.parts(row)),
    );
  }

  async get(ctx: Context, id: string): Promise<CaseDetailView> {
    const row = await this.owners.requireOwner(ctx, await this.repository.find(id));
    await this.recorder.viewed(ctx, { kind: 'CaseViewed', subjectKind: 'case', subjectId: id, partyId: row.citizenId });
    return this.views.citizenDetail(ctx, row);
  }

  answerCorrection(ctx: Context, id: string, { version, answer }: AnswerCorrectionBody): Promise<CaseDetailView> {
    return this.act(ctx, 'answerCorrection', id, version, async (command, row) => ({
      changes: {
        ...this.clocks.resume(row, command.at),
        correctionAnsweredAt: command.at,
        correctionAnswerSealed: this.personalData.seal(answer),
      },
      personal: { answer },
    }));
  }

  withdraw(ctx: Context, id: string, { version }: VersionBody): Promise<CaseDetailView> {
    return this.act(ctx, 'withdraw', id, version, async (command, row) => ({
      changes: { ...this.clocks.stop(row, command.at), closedAt: command.at },
    }));
  }

  private act(
    ctx: Context,
    action: CaseAction,
    id: string,
    version: number,
    contentOf: (command: Command, row: ServiceCaseRow) => Promise<CaseContent>,
  ): Promise<CaseDetailView> {
    return this.work.run(ctx, `cases.${action}`, async (command) => {
      const row = await this.owners.requireOwner(ctx, await this.repository.find(id, command), command);
      const step = await moveCase(command, row, {
        action,
        by: 'citizen',
        version,
        content: async () => {
          const { changes, personal } = await contentOf(command, row);
          return { changes: { ...changes, citizenId: citizenOf(ctx).id }, personal };
        },
      });
      if (step.row.closedAt !== null && row.appointmentId !== null) {
        await this.appointments.complete(command, ctx, row.appointmentId);
      }
      return this.views.citizenDetail(ctx, step.row, { command, step });
    });
  }
}
