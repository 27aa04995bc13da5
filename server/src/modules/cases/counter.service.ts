import { randomInt } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import {
  type AcceptCaseBody,
  type CaseAction,
  type DecideCaseBody,
  type DeclineBody,
  type HallCasesQuery,
  localDateOf,
  makeReferenceNo,
  type Page,
  REFERENCE_SERIALS,
  type RequestCorrectionBody,
  type StaffCaseDetailView,
  type StaffCaseView,
  type VersionBody,
} from '@yiyun/shared';
import { PersonalData } from '../../platform/crypto/personal-data.js';
import type { Context } from '../../platform/http/context.js';
import { limitOf, pageOf } from '../../platform/http/paging.js';
import { requireHallOfficer, requireHallReader, staffOf } from '../../platform/http/policies.js';
import { type Command, Recorder, UnitOfWork } from '../records/index.js';
import { AppointmentSource } from './appointment-source.js';
import { CaseClocks } from './case-clocks.js';
import { CaseOwners } from './case-owners.js';
import { CaseViews } from './case-views.js';
import { receiveDocuments } from './domain/documents.js';
import type { ServiceCaseRow } from './storage/case.entity.js';
import { CaseRepository } from './storage/case.repository.js';
import { type CaseContent, moveCase } from './storage/move-case.js';

/** What the counter does with cases. */
@Injectable()
export class CounterService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly repository: CaseRepository,
    private readonly owners: CaseOwners,
    private readonly clocks: CaseClocks,
    private readonly views: CaseViews,
    private readonly recorder: Recorder,
    private readonly appointments: AppointmentSource,
    private readonly personalData: PersonalData,
  ) {}

  async list(ctx: Context, hallId: string, query: HallCasesQuery): Promise<Page<StaffCaseView>> {
    requireHallReader(ctx, hallId);
    const rows = await this.repository.ofHall(hallId, query, staffOf(ctx).id);
    const { nextCursor } = pageOf(
      rows,
      limitOf(query),
      (row) => [row.openedAt, row.id],
      (row) => row.id,
    );
    return { items: await this.views.staffList(ctx, rows.slice(0, limitOf(query))), nextCursor };
  }

  async get(ctx: Context, id: string): Promise<StaffCaseDetailView> {
    const row = await this.repository.get(id);
    requireHallReader(ctx, row.hallId);
    await this.recorder.viewed(ctx, { kind: 'CaseViewed', subjectKind: 'case', subjectId: id, partyId: row.citizenId });
    return this.views.staffDetail(ctx, row);
  }

  accept(ctx: Context, id: string, body: AcceptCaseBody): Promise<StaffCaseDetailView> {
    return this.act(ctx, 'accept', id, body, async (command, row) => ({
      changes: {
        receiptNo: await this.freeReceiptNo(command),
        documents: receiveDocuments(row.documents, body.receivedDocuments),
        acceptedAt: command.at,
        ...this.clocks.start(row, command.at),
      },
    }));
  }

  review(ctx: Context, id: string, body: VersionBody): Promise<StaffCaseDetailView> {
    return this.act(ctx, 'review', id, body, async () => ({}));
  }

  requestCorrection(ctx: Context, id: string, body: RequestCorrectionBody): Promise<StaffCaseDetailView> {
    const { request } = body;
    return this.act(ctx, 'requestCorrection', id, body, async (command, row) => ({
      changes: {
        ...this.clocks.pause(row, command.at),
        correctionRequestedAt: command.at,
        correctionRequestSealed: this.personalData.seal(request),
        correctionAnsweredAt: null,
        correctionAnswerSealed: null,
      },
      personal: { request },
    }));
  }

  decide(ctx: Context, id: string, body: DecideCaseBody): Promise<StaffCaseDetailView> {
    const { outcome } = body;
    return this.act(ctx, 'decide', id, body, async (command) => ({
      changes: { decidedAt: command.at, outcomeSealed: this.personalData.seal(outcome) },
      personal: { outcome },
    }));
  }

  complete(ctx: Context, id: string, body: VersionBody): Promise<StaffCaseDetailView> {
    return this.act(ctx, 'complete', id, body, async (command, row) => ({
      changes: { ...this.clocks.stop(row, command.at), closedAt: command.at },
    }));
  }

  decline(ctx: Context, id: string, body: DeclineBody): Promise<StaffCaseDetailView> {
    const { reason: outcome } = body;
    return this.act(ctx, 'decline', id, body, async (command, row) => ({
      changes: {
        ...this.clocks.stop(row, command.at),
        closedAt: command.at,
        outcomeSealed: this.personalData.seal(outcome),
      },
      personal: { outcome },
    }));
  }

  /** One act of an officer. With the acceptance, or with the end before it, the appointment has served its purpose. */
  private act(
    ctx: Context,
    action: CaseAction,
    id: string,
    { version }: VersionBody,
    contentOf: (command: Command, row: ServiceCaseRow) => Promise<CaseContent>,
  ): Promise<StaffCaseDetailView> {
    return this.work.run(ctx, `cases.${action}`, async (command) => {
      const row = await this.repository.get(id, command);
      requireHallOfficer(ctx, row.hallId);
      const step = await moveCase(command, row, {
        action,
        by: 'officer',
        version,
        content: async () => {
          const { changes, personal } = await contentOf(command, row);
          return { changes: { ...changes, citizenId: await this.owners.citizenOf(row, command) }, personal };
        },
      });
      if (row.status === 'opened' && row.appointmentId !== null) {
        await this.appointments.complete(command, ctx, row.appointmentId);
      }
      return this.views.staffDetail(ctx, step.row, { command, step });
    });
  }

  /** A number that no case has; drawn at random, so that it tells nothing about its neighbours. */
  private async freeReceiptNo(command: Command): Promise<string> {
    for (;;) {
      const receiptNo = makeReferenceNo('S', localDateOf(command.at), randomInt(REFERENCE_SERIALS));
      if (!(await this.repository.byReceipt(receiptNo, command))) return receiptNo;
    }
  }
}
