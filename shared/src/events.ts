/** What the console hears as it happens: enough to know what to fetch again, and nothing personal. */
export interface LiveEvent {
  /** The type of the domain event, e.g. `AppointmentBooked`. */
  type: string;
  /** The hall it concerns; null where every hall may care (questions, notices). */
  hallId: string | null;
  subjectKind: string;
  subjectId: string;
  at: number;
}
