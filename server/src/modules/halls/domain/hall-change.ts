import type { LocalDate, WeeklyHours } from '@yiyun/shared';
import type { Hall, RosterException, ServiceWindow, SpecialDay } from './hall.js';

/** One change of when a hall and its windows are staffed. */
export type HallChange =
  | { kind: 'week'; weekly: WeeklyHours }
  /** A new window, or one that there is with another content. */
  | { kind: 'window'; window: ServiceWindow }
  | { kind: 'specialDay'; day: SpecialDay }
  | { kind: 'rosterException'; exception: RosterException }
  /** The day follows the week again, or the window its roster. */
  | { kind: 'ordinaryDay'; on: LocalDate; windowId: string | null };

/** The hall as it is after the change. */
export function hallWith(hall: Hall, change: HallChange): Hall {
  switch (change.kind) {
    case 'week':
      return { ...hall, weekly: change.weekly };
    case 'window': {
      const { window } = change;
      const isNew = hall.windows.every(({ id }) => id !== window.id);
      const windows = isNew ? [...hall.windows, window] : hall.windows.map((w) => (w.id === window.id ? window : w));
      return { ...hall, windows };
    }
    case 'specialDay':
      return { ...hall, specialDays: [...without(hall.specialDays, change.day), change.day] };
    case 'rosterException': {
      const { exception } = change;
      return { ...hall, rosterExceptions: [...exceptionsWithout(hall, exception), exception] };
    }
    case 'ordinaryDay': {
      const { on, windowId } = change;
      if (windowId === null) return { ...hall, specialDays: without(hall.specialDays, change) };
      return { ...hall, rosterExceptions: exceptionsWithout(hall, { on, windowId }) };
    }
  }
}

const without = (days: readonly SpecialDay[], { on }: { on: LocalDate }) => days.filter((day) => day.on !== on);
const exceptionsWithout = ({ rosterExceptions }: Hall, { windowId, on }: Pick<RosterException, 'windowId' | 'on'>) =>
  rosterExceptions.filter((one) => one.windowId !== windowId || one.on !== on);

/**
 * What the record of a hall says of a change. Each window, special day and exception has a name of its own, so that the
 * facts of the stream, one over the other, give the hall as it stands (R4); null: no longer there.
 */
export function factsOf(change: HallChange): Record<string, unknown> {
  switch (change.kind) {
    case 'week':
      return { weekly: change.weekly };
    case 'window':
      return windowFact(change.window);
    case 'specialDay': {
      const { on, kind, hours, reason } = change.day;
      return { [`day ${on}`]: { kind, hours, reason } };
    }
    case 'rosterException': {
      const { windowId, on, hours } = change.exception;
      return { [`exception ${windowId} ${on}`]: hours };
    }
    case 'ordinaryDay': {
      const { on, windowId } = change;
      return { [windowId === null ? `day ${on}` : `exception ${windowId} ${on}`]: null };
    }
  }
}

export function windowFact(window: ServiceWindow): Record<string, unknown> {
  const { id, label, skills, servesComplex, roster, bookablePercent, active } = window;
  return { [`window ${id}`]: { label, skills, servesComplex, roster, bookablePercent, active } };
}
