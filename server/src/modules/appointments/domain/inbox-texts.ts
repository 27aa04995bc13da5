import { sayInstant } from '@yiyun/shared';
import type { DomainEvent } from '../../../platform/events/domain-event.js';

/** What a citizen's inbox says of an appointment; the time of the slot comes with the event. */
export const appointmentInboxTexts = {
  AppointmentConfirmed: (event: DomainEvent) => ({
    title: '预约已确认',
    body: `${slotOf(event)}的预约已确认，请按时到厅，带齐材料。`,
  }),
  AppointmentDeclined: (event: DomainEvent) => ({
    title: '预约未通过',
    body: `${slotOf(event)}的预约没有通过，点开可看原因，并可另选时间。`,
  }),
  AppointmentBooked: booked,
  AppointmentSubmitted: booked,
} as const;

function booked(event: DomainEvent) {
  return event.data.status === 'confirmed'
    ? { title: '预约成功', body: `${slotOf(event)}的预约已自动确认，请按时到厅，带齐材料。` }
    : { title: '预约已提交', body: `${slotOf(event)}的预约已提交，工作人员确认后会通知您。` };
}

function slotOf(event: DomainEvent): string {
  return sayInstant(Number(event.data.startsAt), event.at);
}
