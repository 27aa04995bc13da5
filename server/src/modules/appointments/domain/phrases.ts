import { sayReferenceNo } from '@yiyun/shared';
import type { Phrase } from '../../records/index.js';

const because = (personal: { reason?: unknown } | undefined): string =>
  personal?.reason ? `：${String(personal.reason)}` : '';

const proxy = ({ byProxy }: { byProxy?: unknown }): string => (byProxy ? '代办：' : '');

/** How each step of an appointment reads in a service record. */
export const appointmentPhrases: Readonly<Record<string, Phrase>> = {
  AppointmentBooked: (facts) =>
    `${proxy(facts)}提交预约 ${sayReferenceNo(String(facts.referenceNo))}${facts.status === 'confirmed' ? '，自动确认' : '，等待确认'}`,
  AppointmentHeld: '占下一个号，待提交',
  AppointmentSubmitted: (facts) =>
    `${proxy(facts)}把占下的号提交为预约${facts.status === 'confirmed' ? '，自动确认' : '，等待确认'}`,
  HoldReleased: '放弃占下的号',
  HoldEnded: '占号已释放',
  AppointmentConfirmed: '预约已确认',
  AppointmentDeclined: (_facts, personal) => `预约未通过${because(personal)}`,
  AppointmentCancelled: (facts, personal) => `${proxy(facts)}取消预约${because(personal)}`,
  AppointmentClosedOut: (_facts, personal) => `办税服务厅取消预约，不计入取消或爽约${because(personal)}`,
  WaitlistJoined: '加入候补',
  WaitlistOffered: '候补到号，等待确认',
  WaitlistOfferEnded: '留给候补的号因办税服务厅原因取消，继续候补',
  WaitlistTaken: '确认了候补到的号',
  WaitlistLeft: '退出候补',
  WaitlistLapsed: '候补已过期',
  AppointmentRescheduled: '改约到另一个时间',
  AppointmentLapsed: (_facts, personal) => `预约未能办理，不计入取消或爽约${because(personal)}`,
  AppointmentMissed: '未到场',
  StrikeRecorded: (facts) => (facts.kind === 'noShow' ? '记为一次爽约' : '记为一次取消'),
  AppealSubmitted: (_facts, personal) =>
    `对爽约记录申诉${personal?.statement ? `：${String(personal.statement)}` : ''}`,
  AppealDecided: (facts, personal) =>
    `${facts.appealStatus === 'upheld' ? '申诉成立，记录撤销' : '申诉不成立'}${personal?.reply ? `：${String(personal.reply)}` : ''}`,
  AppointmentCheckedIn: '到厅签到取号',
  AppointmentServed: '到厅开始办理',
  AppointmentCompleted: '预约事项已受理或办结',
  AppointmentEscalated: '临近办理时间仍未确认，已提醒值班领导',
  AppointmentViewed: '查看预约详情',
};
