import { Injectable } from '@nestjs/common';
import { AppError } from '@yiyun/shared';
import { type Command, Phrases } from '../records/index.js';
import type { Hall } from './domain/hall.js';
import { factsOf, type HallChange } from './domain/hall-change.js';
import { planPhrases } from './domain/plan-phrases.js';
import { Halls } from './halls.js';
import { writeChange } from './storage/hall-plan.store.js';

const KINDS = {
  week: 'HallWeekChanged',
  window: 'HallWindowSaved',
  specialDay: 'SpecialDaySet',
  rosterException: 'RosterExceptionSet',
  ordinaryDay: 'DayMadeOrdinary',
} as const satisfies Record<HallChange['kind'], string>;

/** Changes of when halls and their windows are staffed; whoever knows what follows from them does it in the same command. */
@Injectable()
export class HallPlans {
  constructor(
    private readonly halls: Halls,
    phrases: Phrases,
  ) {
    phrases.teach(planPhrases);
  }

  /** The hall as it stands now, also where another instance has just changed it. Throws `request.not_found`. */
  async now(hallId: string): Promise<Hall> {
    await this.halls.refresh();
    return this.halls.get(hallId);
  }

  /** Saves a change of the hall as it was read; a hall that has changed since is refused as stale. `refresh` after the commit. */
  async save(command: Command, hall: Hall, change: HallChange): Promise<void> {
    const moved = await command.change('UPDATE hall SET version = version + 1 WHERE id = ? AND version = ?', [
      hall.id,
      hall.version,
    ]);
    if (moved !== 1) throw new AppError('request.stale');
    await writeChange(command, hall, change);
    command.record({
      streamId: `hall:${hall.id}`,
      kind: KINDS[change.kind],
      subjectKind: 'hall',
      subjectId: hall.id,
      facts: { ...factsOf(change), version: hall.version + 1 },
    });
    command.emit({ type: KINDS[change.kind], hallId: hall.id, subjectKind: 'hall', subjectId: hall.id });
  }

  refresh(): Promise<void> {
    return this.halls.refresh();
  }
}
