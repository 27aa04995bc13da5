import { Injectable } from '@nestjs/common';
import { AppError } from '@yiyun/shared';
import type { Command } from '../records/index.js';
import { CitizenAccounts } from './citizen-accounts.js';
import type { SpokenFor } from './people-by-phone.js';
import { CitizenStore } from './storage/citizen.store.js';

/** 亲友代办: one person acts for another, who agreed. Every step stands in the accounts of both. */
@Injectable()
export class Proxies {
  constructor(
    private readonly store: CitizenStore,
    private readonly accounts: CitizenAccounts,
  ) {}

  /** Returns the binding's id. */
  async bind(command: Command, proxyId: string, { citizen, taxpayer }: SpokenFor): Promise<string> {
    const bindingId = await this.accounts.bindTo(command, proxyId, taxpayer.id, 'proxy');
    const facts = { bindingId, taxpayerId: taxpayer.id, role: 'proxy' };
    await this.accounts.change(command, proxyId, {}, { kind: 'ProxyBound', facts, onBehalfOf: taxpayer.id });
    await this.accounts.change(command, citizen.id, {}, { kind: 'ProxyAgreed', facts: { bindingId, proxyId } });
    return bindingId;
  }

  /** Ends one, by either of the two; anybody else finds none. */
  async end(command: Command, citizenId: string, bindingId: string): Promise<void> {
    const binding = await this.store.binding(command.manager, bindingId);
    const principalId = binding?.taxpayer.citizenId;
    if (binding?.role !== 'proxy' || !principalId || ![binding.citizenId, principalId].includes(citizenId))
      throw new AppError('request.not_found');
    await this.accounts.endBinding(command, binding.citizenId, binding);
    const facts = { bindingId, proxyId: binding.citizenId };
    await this.accounts.change(command, principalId, {}, { kind: 'ProxyEnded', facts });
  }

  /** Ends all in which the citizen acts for others, or others for him. */
  async endAll(command: Command, citizenId: string): Promise<void> {
    const mine = await this.store.bindings(command.manager, citizenId);
    const given = await this.store.proxiesOf(command.manager, citizenId);
    const ids = [...mine.filter(({ role }) => role === 'proxy'), ...given].map(({ id }) => id);
    for (const id of ids) await this.end(command, citizenId, id);
  }
}
