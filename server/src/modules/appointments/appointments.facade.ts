import { Injectable } from '@nestjs/common';
import { AppError } from '@yiyun/shared';
import type { Command } from '../records/index.js';
import { statusAfter } from './appointments.service.js';
import type { AppointmentRow } from './storage/appointment.entities.js';
import { AppointmentRepository } from './storage/appointment.repository.js';
import { moveAppointment } from './storage/move-appointment.js';

/** What other modules may do with appointments, within their own command. */
@Injectable()
export class Appointments {
  constructor(private readonly repository: AppointmentRepository) {}

  /** The person is at the counter and a case is opened: the appointment is being served. */
  async serve(command: Command, id: string, hallId: string, caseId: string): Promise<AppointmentRow> {
    const row = await this.repository.find(id, command);
    if (!row || row.hallId !== hallId) throw new AppError('request.not_found');
    const status = statusAfter(row, 'officer', 'serve');
    return moveAppointment(command, row, { status, version: row.version, kind: 'AppointmentServed', caseId });
  }

  /** What was booked is done, as far as the appointment goes; does nothing when it is already. */
  async complete(command: Command, id: string): Promise<void> {
    const row = await this.repository.find(id, command);
    if (row?.status !== 'serving') return;
    const status = statusAfter(row, 'system', 'complete');
    await moveAppointment(command, row, { status, version: row.version, kind: 'AppointmentCompleted' });
  }
}
