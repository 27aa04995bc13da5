import type { Context } from '../../platform/http/context.js';
import type { Command } from '../records/index.js';

/** What a case takes over from an appointment; names and phone in clear. */
export interface TakenAppointment {
  citizenId: string;
  taxpayerId: string;
  taxpayerName: string;
  /** Null for an individual. */
  uscc: string | null;
  matterId: string;
  /** Empty when the citizen never gave one. */
  applicantName: string;
  applicantPhone: string;
}

/** Appointments as cases need them, within the caller's command; bound in the wiring. */
export abstract class AppointmentSource {
  /**
   * The person is at the counter: the appointment is being served and remembers the case. Refuses with
   * `request.not_found` at another hall and with `request.not_available` in a state that can't be served.
   */
  abstract take(
    command: Command,
    ctx: Context,
    wanted: { appointmentId: string; hallId: string; caseId: string },
  ): Promise<TakenAppointment>;

  /** What was booked is done; does nothing when it is already. */
  abstract complete(command: Command, ctx: Context, appointmentId: string): Promise<void>;
}
