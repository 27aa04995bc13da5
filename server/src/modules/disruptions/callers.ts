import { Injectable } from '@nestjs/common';
import { Halls } from '../halls/index.js';
import { StaffDirectory } from '../identity/index.js';
import type { Command } from '../records/index.js';
import { nextCaller } from './domain/calls.js';
import { AffectedRepository } from './storage/affected.repository.js';
import type { AffectedPartyRow } from './storage/disruption.entities.js';

/** Names who calls: the officers of the hall in turn, without any the leader on duty. */
@Injectable()
export class Callers {
  constructor(
    private readonly staff: StaffDirectory,
    private readonly halls: Halls,
    private readonly parties: AffectedRepository,
  ) {}

  /** Whoever was named before stays; null where the hall has nobody. */
  async nameFor(command: Command, party: AffectedPartyRow): Promise<string | null> {
    const officers = await this.staff.officersOf(party.hallId, command);
    if (party.callerId !== null && officers.includes(party.callerId)) return party.callerId;
    const given = await this.parties.countGiven(command, party.disruptionId);
    return nextCaller(officers, given) ?? this.halls.find(party.hallId)?.dutyLeaderId ?? null;
  }
}
