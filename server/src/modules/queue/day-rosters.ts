import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { isDuplicate } from '../../platform/database/database-errors.js';
import { Halls } from '../halls/index.js';
import { beyond } from './domain/beyond.js';
import { PastRosterRow, type RosteredHours } from './storage/window.entities.js';

/** The roster of a day: as it was that evening once it is over, before that as it is now. */
@Injectable()
export class DayRosters {
  constructor(
    private readonly db: Database,
    private readonly halls: Halls,
  ) {}

  async of(hallId: string, on: string): Promise<readonly RosteredHours[]> {
    return (await this.kept(hallId, on))?.windows ?? this.read(hallId, on);
  }

  /** Keeps the roster of a day that is over; does nothing the second time. */
  async keep(hallId: string, on: string): Promise<void> {
    if (await this.kept(hallId, on)) return;
    const windows = JSON.stringify(this.read(hallId, on));
    try {
      await this.db.change('INSERT INTO past_roster (id, windows) VALUES (?, ?)', [idOf(hallId, on), windows]);
    } catch (error) {
      if (!isDuplicate(error)) throw error;
    }
  }

  private kept(hallId: string, on: string): Promise<PastRosterRow | null> {
    return this.db.read.findOneBy(PastRosterRow, { id: idOf(hallId, on) });
  }

  private read(hallId: string, on: string): RosteredHours[] {
    return beyond(
      () => this.halls.rosterOn(hallId, on).map(({ window: { id, label }, hours }) => ({ id, label, hours })),
      () => this.halls.get(hallId).windows.map(({ id, label }) => ({ id, label, hours: [] })),
    );
  }
}

const idOf = (hallId: string, on: string): string => `${hallId} ${on}`;
