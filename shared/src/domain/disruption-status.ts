import type { StatusTable } from './status-table.js';

export const affectedStatuses = ['preparing', 'offered', 'toCall', 'chosen', 'declined', 'unreachable'] as const;
/** `toCall`: on a named officer's call list; `chosen`: has a new appointment; `declined`: wants none; `unreachable`: a recorded ladder of failed calls. */
export type AffectedStatus = (typeof affectedStatuses)[number];
export type AffectedActor = 'citizen' | 'officer' | 'system';
export type AffectedAction =
  | 'offer'
  | 'putOnList'
  | 'prepareAgain'
  | 'choose'
  | 'askForCall'
  | 'rebook'
  | 'noteCall'
  | 'nameCaller'
  | 'giveUp'
  | 'decline';

export const affectedStatusNames: Record<AffectedStatus, string> = {
  preparing: '正在安排',
  offered: '已发改约方案',
  toCall: '待电话联系',
  chosen: '已改约',
  declined: '不再办理',
  unreachable: '多次未联系上',
};

/**
 * Everybody affected by a closure is in exactly one state at each instant (A4). `choose` is the one tap, `rebook` the
 * officer's choice on the phone; `askForCall` and `putOnList` lead to the call list; `giveUp` ends the ladder of calls,
 * and who calls back after that is still rebooked. `prepareAgain` follows when another closure takes what was offered.
 */
export const affectedMoves: StatusTable<AffectedStatus, AffectedActor, AffectedAction> = {
  offer: { by: ['system'], from: ['preparing'], to: 'offered' },
  putOnList: { by: ['system'], from: ['preparing', 'offered'], to: 'toCall' },
  prepareAgain: { by: ['system'], from: ['offered'], to: 'preparing' },
  choose: { by: ['citizen'], from: ['offered', 'toCall'], to: 'chosen' },
  askForCall: { by: ['citizen'], from: ['offered', 'unreachable'], to: 'toCall' },
  rebook: { by: ['officer'], from: ['toCall', 'unreachable'], to: 'chosen' },
  noteCall: { by: ['officer'], from: ['toCall'], to: 'toCall' },
  nameCaller: { by: ['system'], from: ['toCall'], to: 'toCall' },
  giveUp: { by: ['officer'], from: ['toCall'], to: 'unreachable' },
  decline: { by: ['officer'], from: ['toCall', 'unreachable'], to: 'declined' },
};
