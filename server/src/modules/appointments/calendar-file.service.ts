import { Injectable } from '@nestjs/common';
import { AppError, type AppointmentStatus, type AppointmentView, type CalendarFileView } from '@yiyun/shared';
import { Clock } from '../../platform/clock.js';
import type { Context } from '../../platform/http/context.js';
import { requireOwner } from '../../platform/http/policies.js';
import { AppointmentViews } from './appointment.views.js';
import { type CalendarEntry, calendarFile } from './domain/calendar-file.js';
import { SOON_MINUTES } from './domain/reminders.js';
import { AppointmentRepository } from './storage/appointment.repository.js';

/** What a calendar makes of an appointment; the others have no place in one. */
const inCalendar: Partial<Record<AppointmentStatus, CalendarEntry['status']>> = {
  pending: 'TENTATIVE',
  confirmed: 'CONFIRMED',
  checkedIn: 'CONFIRMED',
  serving: 'CONFIRMED',
  rejected: 'CANCELLED',
  cancelled: 'CANCELLED',
  rescheduled: 'CANCELLED',
};

/** Appointments as entries for the phone's calendar. */
@Injectable()
export class CalendarFileService {
  constructor(
    private readonly repository: AppointmentRepository,
    private readonly views: AppointmentViews,
    private readonly clock: Clock,
  ) {}

  /** One that was cancelled or changed takes the entry out again. */
  async get(ctx: Context, id: string): Promise<CalendarFileView> {
    const row = requireOwner(ctx, await this.repository.find(id));
    const status = inCalendar[row.status];
    if (!status) throw new AppError('request.not_available');
    const [view] = await this.views.forCitizen([row]);
    return { fileName: `办税预约-${row.referenceNo}.ics`, text: this.textOf(view as AppointmentView, status) };
  }

  private textOf(view: AppointmentView, status: CalendarEntry['status']): string {
    const matters = [view.matter, ...view.furtherMatters];
    const documents = [...new Set(matters.flatMap(({ supportingDocuments }) => supportingDocuments))];
    const description = [
      `预约号：${view.referenceNo}`,
      `为谁办理：${view.taxpayer.name}`,
      ...(documents.length > 0 ? [`材料：${documents.join('；')}`] : []),
      `联系电话：${view.hall.telephone}`,
    ];
    return calendarFile({
      uid: `${view.id}@yiyun`,
      sequence: view.version,
      stampAt: this.clock.now(),
      startsAt: view.startsAt,
      endsAt: view.endsAt,
      summary: `办税预约：${matters.map(({ name }) => name).join('、')}`,
      location: `${view.hall.name} ${view.hall.address}`,
      description: description.join('\n'),
      status,
      alarmMinutes: SOON_MINUTES,
    });
  }
}
