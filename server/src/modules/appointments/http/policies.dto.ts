import {
  type BookingPolicyBody,
  bookingPolicyBodyRules,
  type UpdateBookingPolicyBody,
  updateBookingPolicyRules,
  type VersionBody,
  versionRules,
} from '@yiyun/shared';
import { Dto } from '../../../platform/http/dto.js';

export class BookingPolicyDto extends Dto<BookingPolicyBody>(bookingPolicyBodyRules) {}
export class UpdateBookingPolicyDto extends Dto<UpdateBookingPolicyBody>(updateBookingPolicyRules) {}
export class PublishPolicyDto extends Dto<VersionBody>(versionRules) {}
