import {
  type AddMatterBody,
  addMatterRules,
  type CallTicketBody,
  type CheckInBody,
  callTicketRules,
  checkInRules,
  contract,
  type DayQuery,
  type DrawTicketBody,
  dayQueryRules,
  drawTicketRules,
  type NotifyNearBody,
  notifyNearRules,
  type ParkTicketBody,
  parkTicketRules,
  type ReconcilePaperBody,
  type ReservePaperBody,
  type Rules,
  type RulesFor,
  reconcilePaperRules,
  reservePaperRules,
  type SetWindowStateBody,
  setWindowStateRules,
  type TicketListQuery,
  type TransferTicketBody,
  ticketListRules,
  transferTicketRules,
  type UpdateQueuePolicyBody,
  updateQueuePolicyRules,
  type VersionBody,
  versionRules,
  type WindowBodyOf,
  windowOfRules,
} from '@yiyun/shared';
import { Dto } from '../../../platform/http/dto.js';

const rulesOf = <T extends object>(rules: Rules | undefined): RulesFor<T> => rules as RulesFor<T>;

export class CheckInDto extends Dto<CheckInBody>(checkInRules) {}
export class DrawTicketDto extends Dto<DrawTicketBody>(drawTicketRules) {}
export class FindAppointmentsDto extends Dto<{ phoneTail: string }>(rulesOf(contract.queue.findAppointments.query)) {}
export class ReservePaperDto extends Dto<ReservePaperBody>(reservePaperRules) {}
export class ReconcilePaperDto extends Dto<ReconcilePaperBody>(reconcilePaperRules) {}
export class SetWindowStateDto extends Dto<SetWindowStateBody>(setWindowStateRules) {}
export class WindowOfDto extends Dto<WindowBodyOf>(windowOfRules) {}
export class CallTicketDto extends Dto<CallTicketBody>(callTicketRules) {}
export class TicketVersionDto extends Dto<VersionBody>(versionRules) {}
export class TicketReasonDto extends Dto<ParkTicketBody>(parkTicketRules) {}
export class TransferTicketDto extends Dto<TransferTicketBody>(transferTicketRules) {}
export class AddMatterDto extends Dto<AddMatterBody>(addMatterRules) {}
export class TicketListDto extends Dto<TicketListQuery>(ticketListRules) {}
export class DayDto extends Dto<DayQuery>(dayQueryRules) {}
export class KeepTicketDto extends Dto<{ publicToken: string }>(rulesOf(contract.queue.keep.body)) {}
export class NotifyNearDto extends Dto<NotifyNearBody>(notifyNearRules) {}
export class UpdateQueuePolicyDto extends Dto<UpdateQueuePolicyBody>(updateQueuePolicyRules) {}
