import { Injectable } from '@nestjs/common';
import type { Command } from '../records/index.js';

/** What one module holds of a citizen. Each module registers its own; identity asks them all. */
export interface PersonalDataSource {
  /** In plain words, e.g. 预约. */
  title: string;
  /** The citizen's rows as the person may read them. */
  export(citizenId: string): Promise<unknown[]>;
  /** Removes names, numbers, texts and sound of the citizen; ids, states and instants stay. */
  erase(command: Command, citizenId: string): Promise<void>;
  /** How much of the citizen's business is still open: an account with open business is not deleted. */
  openCount(citizenId: string, command: Command): Promise<number>;
}

@Injectable()
export class PersonalDataSources {
  private readonly sources: PersonalDataSource[] = [];

  register(source: PersonalDataSource): void {
    this.sources.push(source);
  }

  get all(): readonly PersonalDataSource[] {
    return this.sources;
  }
}
