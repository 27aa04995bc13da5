import type { DayHours, IntervalView, WeeklyHours } from '@yiyun/shared';
import type { Command } from '../../records/index.js';
import type { Hall } from '../domain/hall.js';
import type { HallChange } from '../domain/hall-change.js';
import { HallRow, RosterExceptionRow, ServiceWindowRow, SpecialDayRow } from './hall.entity.js';

const stored = (hours: DayHours): IntervalView[] =>
  hours.map(({ fromMinutes, toMinutes }) => ({ fromMinutes, toMinutes }));
const storedWeek = (week: WeeklyHours): IntervalView[][] => week.map(stored);

/** Writes what a change of a hall changes, besides the hall's version. */
export async function writeChange({ manager }: Command, hall: Hall, change: HallChange): Promise<void> {
  const hallId = hall.id;
  switch (change.kind) {
    case 'week':
      await manager.update(HallRow, { id: hallId }, { weekly: storedWeek(change.weekly) });
      return;
    case 'window': {
      const { id, roster, skills, ...content } = change.window;
      const row = { ...content, skills: [...skills], roster: storedWeek(roster) };
      if (hall.windows.some((window) => window.id === id)) await manager.update(ServiceWindowRow, { id }, row);
      else await manager.insert(ServiceWindowRow, { id, hallId, position: hall.windows.length, ...row });
      return;
    }
    case 'specialDay': {
      const { on, kind, hours, reason } = change.day;
      await manager.delete(SpecialDayRow, { hallId, on });
      await manager.insert(SpecialDayRow, { hallId, on, kind, hours: stored(hours), reason });
      return;
    }
    case 'rosterException': {
      const { windowId, on, hours } = change.exception;
      await manager.delete(RosterExceptionRow, { windowId, on });
      await manager.insert(RosterExceptionRow, { windowId, on, hallId, hours: stored(hours) });
      return;
    }
    case 'ordinaryDay': {
      const { on, windowId } = change;
      if (windowId === null) await manager.delete(SpecialDayRow, { hallId, on });
      else await manager.delete(RosterExceptionRow, { windowId, on });
    }
  }
}
