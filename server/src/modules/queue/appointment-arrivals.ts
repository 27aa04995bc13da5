import type { Command } from '../records/index.js';

/** The text of a QR code or a reference number, or which of several at the desk. */
export interface ArrivalCode {
  code?: string | undefined;
  appointmentId?: string | undefined;
}
export interface ArrivedAppointment {
  id: string;
  citizenId: string;
  /** The first is the one it was booked for. */
  matterIds: readonly string[];
  /** Since when one may check in for it: nobody's wait begins before. */
  opensAt: number;
}
/** What the counter sees of a booking; the phone in clear, for comparing its last digits. */
export interface BookedVisit {
  id: string;
  referenceNo: string;
  startsAt: number;
  note: string | null;
  matterIds: readonly string[];
  caseId: string | null;
  name: string;
  phone: string | null;
  maskedPhone: string;
}
export interface BookedDay {
  booked: number;
  came: number;
  noShow: number;
  cancelled: number;
}

/** Appointments as the queue needs them; bound in the wiring. */
export abstract class AppointmentArrivals {
  /** Undefined for a code that is no appointment's. */
  abstract idOf(command: Command, code: ArrivalCode): Promise<string | undefined>;

  /** The person is here. Refuses what is not of this hall and day, too early, too late or not open to it any more. */
  abstract checkIn(command: Command, code: ArrivalCode & { hallId: string }): Promise<ArrivedAppointment>;

  /** The person is being served; the second time it does nothing. */
  abstract serve(command: Command, appointmentId: string, hallId: string): Promise<void>;

  /** What was booked is done; does nothing when it is already. */
  abstract complete(command: Command, appointmentId: string): Promise<void>;

  /** By id; within a transaction when one is given. */
  abstract visits(ids: readonly string[], within?: Command): Promise<ReadonlyMap<string, BookedVisit>>;

  /** Those of a day who may still check in, in the order of their times. */
  abstract expectedOn(hallId: string, on: string): Promise<BookedVisit[]>;

  abstract dayOf(hallId: string, on: string): Promise<BookedDay>;
}
