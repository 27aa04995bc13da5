import { Injectable } from '@nestjs/common';
import { AppError, type BookForBody, normaliseUscc, type StaffAppointmentView } from '@yiyun/shared';
import { PersonalData } from '../../platform/crypto/personal-data.js';
import type { Context } from '../../platform/http/context.js';
import { requireHallOfficer } from '../../platform/http/policies.js';
import { PeopleByPhone, type Taxpayer, Taxpayers } from '../identity/index.js';
import { type Command, UnitOfWork } from '../records/index.js';
import { AppointmentViews } from './appointment.views.js';
import { BookableMatters } from './bookable-matters.js';
import { Bookings } from './storage/bookings.js';

/** An officer books for somebody on the telephone or at the desk. */
@Injectable()
export class BookForService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly bookings: Bookings,
    private readonly matters: BookableMatters,
    private readonly people: PeopleByPhone,
    private readonly taxpayers: Taxpayers,
    private readonly views: AppointmentViews,
    private readonly personalData: PersonalData,
  ) {}

  /** The officer acts; the appointment is the person's, as if he had booked it himself. A refusal leaves no account. */
  bookFor(ctx: Context, hallId: string, body: BookForBody): Promise<StaffAppointmentView> {
    requireHallOfficer(ctx, hallId);
    return this.work.run(ctx, 'appointments.bookFor', async (command) => {
      const { slotId, matterId, furtherMatterIds = [], note } = body;
      const matters = this.matters.get([matterId, ...furtherMatterIds]);
      const who = { phone: body.applicantPhone, name: body.applicantName };
      const person = await this.people.findOrMake(command, who, 'booking');
      const taxpayer = body.uscc ? await this.enterprise(command, body.uscc, body.taxpayerName) : person.taxpayer;
      const over = note ? { noteSealed: this.personalData.seal(note) } : {};
      const wanted = { slotId, matters, citizenId: person.citizen.id, taxpayer, over };
      const row = await this.bookings.reserve(command, { ...wanted, boundBy: 'policy' });
      if (row instanceof AppError) throw row;
      if (row.hallId !== hallId) throw new AppError('request.not_found');
      await this.bookings.insert(command, row, taxpayer, note);
      const [view] = await this.views.forStaff([row], command);
      return view as StaffAppointmentView;
    });
  }

  private async enterprise(command: Command, uscc: string, name: string | undefined): Promise<Taxpayer> {
    const found = await this.taxpayers.enterprise(command, normaliseUscc(uscc), name);
    if (found) return found;
    const refusal = new AppError('request.invalid');
    refusal.fields = [{ path: 'taxpayerName', message: '还没有这家企业的名称，请填写企业名称' }];
    throw refusal;
  }
}
