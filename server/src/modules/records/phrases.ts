import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../platform/database/database.js';
import type { Facts } from './domain/interaction.js';

/** Says an interaction in plain words; `personal` is absent after it was erased. */
export type Phrase = string | ((facts: Facts, personal: Facts | undefined) => string);

/** How each kind of interaction reads. Each module teaches its own kinds. */
@Injectable()
export class Phrases {
  private readonly byKind = new Map<string, Phrase>();

  teach(phrases: Readonly<Record<string, Phrase>>): void {
    for (const [kind, phrase] of Object.entries(phrases)) this.byKind.set(kind, phrase);
  }

  say(kind: string, facts: Facts, personal: Facts | undefined): string {
    const phrase = this.byKind.get(kind);
    if (phrase === undefined) return kind;
    return typeof phrase === 'string' ? phrase : phrase(facts, personal);
  }

  knows(kind: string): boolean {
    return this.byKind.has(kind);
  }
}

/** Names of staff by id; identity knows them. */
export abstract class StaffNames {
  /** Inside a command give the command. */
  abstract namesOf(ids: readonly string[], within?: Pick<Transaction, 'query'>): Promise<ReadonlyMap<string, string>>;
}
