import { sayReferenceNo } from '@yiyun/shared';
import type { Phrase } from '../../records/index.js';

const because = (personal: { reason?: unknown } | undefined): string =>
  personal?.reason ? `：${String(personal.reason)}` : '';

/** How each step of an appointment reads in a service record. */
export const appointmentPhrases: Readonly<Record<string, Phrase>> = {
  AppointmentBooked: (facts) =>
    `提交预约 ${sayReferenceNo(String(facts.referenceNo))}${facts.status === 'confirmed' ? '，自动确认' : '，等待确认'}`,
  AppointmentConfirmed: '预约已确认',
  AppointmentDeclined: (_facts, personal) => `预约未通过${because(personal)}`,
  AppointmentCancelled: (_facts, personal) => `取消预约${because(personal)}`,
  AppointmentServed: '到厅开始办理',
  AppointmentCompleted: '预约事项已受理或办结',
  AppointmentViewed: '查看预约详情',
};
