import { Injectable } from '@nestjs/common';
import type { DisruptionOfferView } from '@yiyun/shared';
import type { PersonalDataSource } from '../identity/index.js';
import type { Command } from '../records/index.js';
import { DisruptionViews } from './disruption.views.js';
import { AffectedRepository } from './storage/affected.repository.js';

/** What closures hold of a citizen: what an officer noted of a call is sealed; whoever waits for an answer has open business. */
@Injectable()
export class DisruptionPersonalData implements PersonalDataSource {
  readonly title = '停办改约';

  constructor(
    private readonly parties: AffectedRepository,
    private readonly views: DisruptionViews,
  ) {}

  async export(citizenId: string): Promise<DisruptionOfferView[]> {
    return this.views.offers(await this.parties.ofCitizen(citizenId, false));
  }

  async erase(command: Command, citizenId: string): Promise<void> {
    await command.change(
      'UPDATE call_attempt SET noteSealed = NULL WHERE affectedPartyId IN (SELECT id FROM affected_party WHERE citizenId = ?)',
      [citizenId],
    );
  }

  async openCount(citizenId: string, command: Command): Promise<number> {
    const parties = await this.parties.ofCitizen(citizenId, true, command);
    return parties.filter(({ status }) => status !== 'unreachable').length;
  }
}
