import { Injectable } from '@nestjs/common';
import { type BookingPolicyRules, defaultBookingRules } from '@yiyun/shared';
import { idFrom } from '../../../platform/ids.js';

/** A version of the rules of booking. */
export interface BookingPolicy {
  readonly id: string;
  readonly rules: BookingPolicyRules;
}

/** The rules of booking, in memory. */
@Injectable()
export class BookingPolicies {
  private readonly first: BookingPolicy = { id: idFrom('booking policy default'), rules: defaultBookingRules };

  /** The one that holds at an instant. */
  inForce(_now: number): BookingPolicy {
    return this.first;
  }

  /** The one under which something was booked. */
  get(_policyId: string): BookingPolicy {
    return this.first;
  }
}
