import { Injectable } from '@nestjs/common';
import type { DomainEvent } from '../../platform/events/domain-event.js';
import { Closings } from '../appointments/index.js';
import { Halls } from '../halls/index.js';
import type { InboxText } from '../messaging/index.js';
import { type AboutOffer, callText, givenUpText, offerText } from './domain/inbox-texts.js';
import type { CallCause } from './domain/phrases.js';
import { AffectedRepository } from './storage/affected.repository.js';
import { DisruptionRepository } from './storage/disruption.repository.js';

/** What affected people are told, each step once (N2). */
@Injectable()
export class OfferTexts {
  constructor(
    private readonly parties: AffectedRepository,
    private readonly disruptions: DisruptionRepository,
    private readonly closings: Closings,
    private readonly halls: Halls,
  ) {}

  async of(event: DomainEvent): Promise<InboxText | undefined> {
    const text = await this.textOf(event);
    return text && { ...text, subjectKind: 'disruption', subjectId: event.subjectId };
  }

  private async textOf(event: DomainEvent): Promise<{ title: string; body: string } | undefined> {
    if (event.type === 'CallsGivenUp') return givenUpText();
    const about = await this.about(event);
    if (!about) return undefined;
    return event.type === 'AlternativesOffered' ? offerText(about) : callText(about, event.data.cause as CallCause);
  }

  private async about(event: DomainEvent): Promise<AboutOffer | undefined> {
    const party = await this.parties.find(event.subjectId);
    const disruption = party && (await this.disruptions.find(party.disruptionId));
    const closed = party && (await this.closings.rowsOf([party.appointmentId])).get(party.appointmentId);
    if (!disruption || !closed) return undefined;
    const { held, heldUntil } = event.data;
    return {
      hallName: this.halls.get(disruption.hallId).name,
      reason: disruption.reason,
      startsAt: closed.startsAt,
      held: Number(held),
      heldUntil: Number(heldUntil),
      at: event.at,
    };
  }
}
