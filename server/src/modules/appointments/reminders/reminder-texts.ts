import { Injectable } from '@nestjs/common';
import { sayInstant } from '@yiyun/shared';
import { Clock } from '../../../platform/clock.js';
import type { DomainEvent } from '../../../platform/events/domain-event.js';
import { Halls } from '../../halls/index.js';
import { Matters } from '../../matters/index.js';
import { type InboxText, InboxTexts } from '../../messaging/index.js';
import { AppointmentRepository } from '../storage/appointment.repository.js';

/** What the inbox says of a reminder; the message opens the appointment, where it can be changed and cancelled. */
@Injectable()
export class ReminderTexts {
  constructor(
    private readonly repository: AppointmentRepository,
    private readonly halls: Halls,
    private readonly matters: Matters,
    private readonly clock: Clock,
    inbox: InboxTexts,
  ) {
    inbox.register('AppointmentReminder', (event) => this.textOf(event));
  }

  /** Nothing when it was cancelled or changed meanwhile, or has begun. */
  private async textOf({ subjectId, at, data }: DomainEvent): Promise<InboxText | undefined> {
    const row = await this.repository.find(subjectId);
    if (!row || !['pending', 'confirmed'].includes(row.status) || row.startsAt <= this.clock.now()) return undefined;
    const names = row.matterIds.map((id) => this.matters.get(id).name).join('、');
    const waiting = row.status === 'pending' ? '这个预约还在等工作人员确认，确认后会通知您。' : '';
    return {
      title: data.kind === 'evening' ? '明天的办税预约' : '两小时后的办税预约',
      body: `${sayInstant(row.startsAt, at)}在${this.halls.get(row.hallId).name}办理${names}，请带齐材料。${waiting}来不了的话，点开可以改约或取消。`,
      subjectKind: 'appointment',
      subjectId,
    };
  }
}
