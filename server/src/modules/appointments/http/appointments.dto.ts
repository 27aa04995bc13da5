import {
  type BookAppointmentBody,
  bookAppointmentRules,
  type CancelAppointmentBody,
  cancelAppointmentRules,
  type DeclineBody,
  declineRules,
  type HallAppointmentsQuery,
  type HoldBody,
  hallAppointmentsRules,
  holdRules,
  type MyAppointmentsQuery,
  myAppointmentsRules,
  type RescheduleBody,
  rescheduleRules,
  type SlotDaysQuery,
  type SlotsQuery,
  type SubmitHoldBody,
  slotDaysRules,
  slotsRules,
  submitHoldRules,
  type VersionBody,
  versionRules,
} from '@yiyun/shared';
import { Dto } from '../../../platform/http/dto.js';

export class SlotDaysDto extends Dto<SlotDaysQuery>(slotDaysRules) {}
export class SlotsDto extends Dto<SlotsQuery>(slotsRules) {}
export class BookAppointmentDto extends Dto<BookAppointmentBody>(bookAppointmentRules) {}
export class HoldDto extends Dto<HoldBody>(holdRules) {}
export class SubmitHoldDto extends Dto<SubmitHoldBody>(submitHoldRules) {}
export class RescheduleDto extends Dto<RescheduleBody>(rescheduleRules) {}
export class MyAppointmentsDto extends Dto<MyAppointmentsQuery>(myAppointmentsRules) {}
export class CancelAppointmentDto extends Dto<CancelAppointmentBody>(cancelAppointmentRules) {}
export class HallAppointmentsDto extends Dto<HallAppointmentsQuery>(hallAppointmentsRules) {}
export class ConfirmDto extends Dto<VersionBody>(versionRules) {}
export class DeclineDto extends Dto<DeclineBody>(declineRules) {}
