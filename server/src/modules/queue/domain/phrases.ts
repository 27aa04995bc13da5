import { type Lane, laneNames, windowStateNames } from '@yiyun/shared';
import type { Phrase } from '../../records/index.js';

const because = (personal: { reason?: unknown } | undefined): string =>
  personal?.reason ? `：${String(personal.reason)}` : '';
const handedOver = (transfer: unknown): string => {
  const { from, to } = (transfer ?? {}) as { from?: string; to?: string };
  return from && to ? `由${from}转给${to}` : '转办';
};

/** How each step of a ticket, a window and the rules reads in a service record. */
export const queuePhrases: Readonly<Record<string, Phrase>> = {
  TicketDrawn: (facts) => `取号${String(facts.number)}（${laneNames[facts.lane as Lane]}）`,
  TicketCalled: (facts) => (facts.outOfTurn ? '叫号（指定）' : '叫号'),
  TicketRecalled: '重呼',
  TicketStarted: '开始办理',
  TicketParked: (_facts, personal) => `暂放${because(personal)}`,
  TicketResumed: '继续办理',
  TicketTransferred: (facts, personal) => `${handedOver(facts.transfer)}${because(personal)}`,
  TicketReleased: '所转的窗口已关，回到共同的队列',
  TicketMatterAdded: '加办事项',
  TicketCaseOpened: '登记办件',
  TicketMissed: '过号',
  TicketReturned: '过号返回排队',
  TicketFinished: (facts) => (facts.endOfDay ? '当日结束，按办完处理' : '办完'),
  TicketLeft: (facts, personal) => (facts.endOfDay ? '当日结束，号票作废' : `离开，号票作废${because(personal)}`),
  TicketKept: '把号票放进账户',
  TicketErased: '号票上的个人信息已删除',
  TicketViewed: '查看号票',
  TicketWatched: '设置快到时提醒',
  TicketUnwatched: '取消快到时提醒',
  TicketNear: (facts) => `提醒：前面还有${String(facts.aheadCount)}位`,
  PaperReserved: (facts) => `预留纸质号${String(facts.size)}张`,
  WindowOpened: '开窗',
  WindowPaused: (facts) => `${windowStateNames.paused}：${String(facts.reason)}`,
  WindowClosed: '关窗',
  EmergencyWindowOpened: '开应急窗口',
  QueuePolicySet: '启用默认的排队规则',
  QueuePolicyChanged: '修改排队规则',
  HallCrowded: (facts) => `等候${String(facts.waiting)}人，超过告警线`,
  HallCrowdedOver: '等候人数回到告警线以下',
  WindowRateLow: (facts) => `窗口开设率${String(facts.rate)}%，低于底线`,
  WindowRateLowOver: '窗口开设率回到底线以上',
};
