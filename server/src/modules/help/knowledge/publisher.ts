import { Injectable } from '@nestjs/common';
import { AppError } from '@yiyun/shared';
import { PersonalData } from '../../../platform/crypto/personal-data.js';
import { Citizens } from '../../identity/index.js';
import type { Command } from '../../records/index.js';
import { publicCopyOf } from '../domain/public-copy.js';
import type { HelpRequestRow } from '../storage/help.entities.js';
import { openWords } from '../storage/help.view.js';
import { KnowledgeItemRow } from '../storage/knowledge.entities.js';
import { RequestRepository } from '../storage/request.repository.js';

/** Puts masked copies of answered questions where anyone may read them, and takes them back (H3). */
@Injectable()
export class Publisher {
  constructor(
    private readonly requests: RequestRepository,
    private readonly citizens: Citizens,
    private readonly personalData: PersonalData,
  ) {}

  /** Publishes what the request holds now, in place of an earlier copy. Refused while there is nothing to show. */
  async publish(command: Command, { id, citizenId }: HelpRequestRow): Promise<void> {
    const posts = await this.requests.posts([id], command);
    const asker = (await this.citizens.citizensOf([citizenId], command)).get(citizenId);
    const opened = posts.map((post) => ({ ...post, ...openWords(post, this.personalData) }));
    const copy = publicCopyOf(opened, asker ? [asker.name] : []);
    if (!copy) throw new AppError('request.not_available');
    const before = await command.manager.findOneBy(KnowledgeItemRow, { id });
    await command.manager.save(KnowledgeItemRow, {
      id,
      kind: 'question',
      version: (before?.version ?? 0) + 1,
      position: 0,
      asks: [],
      official: true,
      source: null,
      validFrom: null,
      validUntil: null,
      publishedAt: command.at,
      withdrawnAt: null,
      ...copy,
    });
  }

  /** Removes the words as well as the item. */
  async withdraw(command: Command, id: string): Promise<void> {
    await command.change(
      `UPDATE knowledge_item SET question = '', answer = '', voiceClipId = NULL, withdrawnAt = ?, version = version + 1
       WHERE id = ?`,
      [command.at, id],
    );
  }
}
