import { Injectable } from '@nestjs/common';
import { AppError, normalisePhone, type OpenCaseBody, type StaffCaseDetailView } from '@yiyun/shared';
import { PersonalData } from '../../platform/crypto/personal-data.js';
import { ConcurrentWriteError, isDuplicate } from '../../platform/database/database-errors.js';
import type { Context, StaffActor } from '../../platform/http/context.js';
import { requireHallOfficer } from '../../platform/http/policies.js';
import { newId } from '../../platform/ids.js';
import { Citizens } from '../identity/index.js';
import { Matters } from '../matters/index.js';
import { type Command, UnitOfWork } from '../records/index.js';
import { AppointmentSource, type TakenAppointment } from './appointment-source.js';
import { CaseViews } from './case-views.js';
import { documentsToBring } from './domain/documents.js';
import { newCaseOf, type WalkIn } from './domain/new-case.js';
import { NO_CLOCK } from './domain/sla-clock.js';
import { ServiceCaseRow } from './storage/case.entity.js';
import { factsOf, recordStep, type Step } from './storage/move-case.js';
import { TicketSource } from './ticket-source.js';

/** Who and what, wherever it came from. */
type Business = Omit<TakenAppointment, 'citizenId' | 'taxpayerId'> & {
  citizenId: string | null;
  taxpayerId: string | null;
  appointmentId: string | null;
};

/** Opens cases at the counter. */
@Injectable()
export class OpenCaseService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly appointments: AppointmentSource,
    private readonly tickets: TicketSource,
    private readonly citizens: Citizens,
    private readonly matters: Matters,
    private readonly views: CaseViews,
    private readonly personalData: PersonalData,
  ) {}

  open(ctx: Context, body: OpenCaseBody): Promise<StaffCaseDetailView> {
    return this.work.run(ctx, 'cases.open', async (command) => {
      const officer = requireHallOfficer(ctx, body.hallId);
      const wanted = newCaseOf(body);
      const id = newId(command.at);
      const business =
        wanted.from === 'appointment'
          ? await this.taken(command, ctx, { appointmentId: wanted.appointmentId, hallId: body.hallId, caseId: id })
          : await this.walkIn(command, officer, { ...wanted, hallId: body.hallId, caseId: id });
      const row = this.rowOf(command, id, body.hallId, officer, business);
      await insert(command, row);
      const { version: _version, ...content } = row;
      const step: Step = { row, kind: 'CaseOpened', facts: factsOf(content) };
      recordStep(command, step, true);
      return this.views.staffDetail(ctx, row, { command, step });
    });
  }

  private async taken(
    command: Command,
    ctx: Context,
    wanted: { appointmentId: string; hallId: string; caseId: string },
  ): Promise<Business> {
    try {
      return { ...(await this.appointments.take(command, ctx, wanted)), appointmentId: wanted.appointmentId };
    } catch (error) {
      const inOtherState = error instanceof AppError && error.code === 'request.not_available';
      throw inOtherState ? new AppError('case.appointment_not_ready') : error;
    }
  }

  private async walkIn(
    command: Command,
    officer: StaffActor,
    wanted: WalkIn & { hallId: string; caseId: string },
  ): Promise<Business> {
    const { ticketId, hallId, caseId, ...business } = wanted;
    const matter = this.matters.find(business.matterId);
    if (!matter?.counterAvailable) {
      const refusal = new AppError('request.invalid');
      refusal.fields = [{ path: 'matterId', message: '这个事项不在窗口办理，请另选' }];
      throw refusal;
    }
    if (ticketId !== null) await this.tickets.keepCase(command, officer, { ticketId, hallId, caseId });
    const known = await this.citizens.findByPhone(business.applicantPhone, command);
    return { ...business, citizenId: known?.id ?? null, taxpayerId: null, appointmentId: null };
  }

  private rowOf(command: Command, id: string, hallId: string, officer: StaffActor, business: Business): ServiceCaseRow {
    const matter = this.matters.get(business.matterId);
    const phone = normalisePhone(business.applicantPhone);
    const seal = (text: string) => this.personalData.seal(text);
    return {
      id,
      version: 1,
      status: 'opened',
      receiptNo: null,
      hallId,
      ownerId: officer.id,
      matterId: matter.id,
      matterVersion: matter.version,
      appointmentId: business.appointmentId,
      citizenId: business.citizenId,
      taxpayerId: business.taxpayerId,
      enterpriseName: business.uscc === null ? null : business.taxpayerName,
      uscc: business.uscc,
      taxpayerNameSealed: business.uscc === null ? seal(business.taxpayerName) : null,
      applicantNameSealed: seal(business.applicantName),
      applicantPhoneSealed: seal(phone),
      applicantPhoneHash: this.citizens.phoneHash(phone),
      documents: documentsToBring(matter.documents),
      limitWorkingDays: matter.promisedWorkingDays ?? matter.statutoryWorkingDays,
      ...NO_CLOCK,
      openedAt: command.at,
      acceptedAt: null,
      decidedAt: null,
      closedAt: null,
      correctionRequestedAt: null,
      correctionAnsweredAt: null,
      correctionRequestSealed: null,
      correctionAnswerSealed: null,
      outcomeSealed: null,
    };
  }
}

async function insert(command: Command, row: ServiceCaseRow): Promise<void> {
  try {
    await command.manager.insert(ServiceCaseRow, row);
  } catch (error) {
    throw isDuplicate(error) ? new ConcurrentWriteError('a case was opened from the same appointment') : error;
  }
}
