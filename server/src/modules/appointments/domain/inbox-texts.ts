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
  AppointmentMissed: (event: DomainEvent) => ({
    title: '预约未到场',
    body: `${slotOf(event)}的预约没有签到，已记为爽约。如有特殊情况，可以点开申诉。`,
  }),
  AppointmentLapsed: (event: DomainEvent) => ({
    title: '预约未能办理',
    body: `${slotOf(event)}的预约因办税服务厅原因未能办理，不计入爽约。请另选时间，给您带来不便请谅解。`,
  }),
  AppealDecided: (event: DomainEvent) =>
    event.data.upheld
      ? { title: '申诉成立', body: `${slotOf(event)}的预约不再计为爽约，预约资格已恢复。` }
      : { title: '申诉已答复', body: `您对${slotOf(event)}预约的申诉没有成立，点开可看答复。` },
} as const;

/** What it says of a place waited for. */
export const waitlistInboxTexts = {
  WaitlistPlaceHeld: (event: DomainEvent) => ({
    title: '候补到号了',
    body: `${slotOf(event)}有了余号，为您保留到${sayInstant(Number(event.data.heldUntil), event.at)}，请在此之前点开确认。`,
  }),
  WaitlistLapsed: (event: DomainEvent) => ({
    title: '候补已结束',
    body: `您候补的${slotOf(event)}起的号已过期。如仍需办理，请另选时间预约。`,
  }),
} as const;

function booked(event: DomainEvent) {
  return event.data.status === 'confirmed'
    ? { title: '预约成功', body: `${slotOf(event)}的预约已自动确认，请按时到厅，带齐材料。` }
    : { title: '预约已提交', body: `${slotOf(event)}的预约已提交，工作人员确认后会通知您。` };
}

function slotOf(event: DomainEvent): string {
  return sayInstant(Number(event.data.startsAt), event.at);
}
