/** A visit, as a calendar keeps it. */
export interface CalendarEntry {
  title: string;
  /** ms UTC */
  startsAt: number;
  endsAt: number;
  place: string;
  note: string;
}
