import { Injectable } from '@nestjs/common';
import { helpStatusNames } from '@yiyun/shared';
import { PersonalData } from '../../platform/crypto/personal-data.js';
import { list } from '../../platform/database/sql.js';
import { Citizens, type PersonalDataSource } from '../identity/index.js';
import type { Command } from '../records/index.js';
import { maskedText } from './domain/public-copy.js';
import { Publisher } from './knowledge/publisher.js';
import { openWords } from './storage/help.view.js';
import { moveRequest } from './storage/move-request.js';
import { type ListedPost, RequestRepository } from './storage/request.repository.js';
import { VoiceKeeper } from './voice/voice-keeper.js';

/** What this module holds of a citizen: questions, voices, searches. */
@Injectable()
export class HelpPersonalData implements PersonalDataSource {
  readonly title = '提问与解答';

  constructor(
    private readonly requests: RequestRepository,
    private readonly keeper: VoiceKeeper,
    private readonly publisher: Publisher,
    private readonly citizens: Citizens,
    private readonly personalData: PersonalData,
  ) {}

  async export(citizenId: string): Promise<unknown[]> {
    const rows = await this.requests.ofCitizen(citizenId);
    const posts = await this.requests.posts(rows.map(({ id }) => id));
    return rows.map(({ id, referenceNo, status, visibility, askedAt }) => ({
      referenceNo,
      status: helpStatusNames[status],
      visibility: visibility === 'public' ? '公开' : '仅自己可见',
      askedAt,
      posts: posts
        .filter((post) => post.helpRequestId === id)
        .map((post) => ({
          by: post.byKind === 'citizen' ? '您' : '税务人员',
          at: post.at,
          hasVoice: post.voiceClipId !== null,
          ...openWords(post, this.personalData),
        })),
    }));
  }

  /** The citizen's words and sound go, officers' answers stay without what was personal in them; nothing stays public. */
  async erase(command: Command, citizenId: string): Promise<void> {
    const { name } = await this.citizens.citizenOf(citizenId, command);
    for (const row of await this.requests.ofCitizen(citizenId, command)) {
      if (row.visibility !== 'public') continue;
      await this.publisher.withdraw(command, row.id);
      await moveRequest(command, row, {
        version: row.version,
        kind: 'HelpUnpublished',
        set: { visibility: 'private' },
      });
    }
    for (const post of await this.requests.postsOfCitizen(citizenId, command)) {
      await command.change('UPDATE help_post SET textSealed = ? WHERE id = ?', [this.remains(post, name), post.id]);
    }
    await this.keeper.erase(command, citizenId);
    await command.change('UPDATE search_log SET citizenId = NULL WHERE citizenId = ?', [citizenId]);
    await command.change("UPDATE deflection SET text = '' WHERE citizenId = ?", [citizenId]);
    await command.change('UPDATE help_request SET changedAt = ? WHERE citizenId = ?', [command.at, citizenId]);
  }

  async openCount(citizenId: string, command: Command): Promise<number> {
    const waiting = ['open', 'claimed', 'reopened'];
    const [row] = await command.query<{ n: number | string }[]>(
      `SELECT COUNT(*) AS n FROM help_request WHERE citizenId = ? AND status IN (${list(waiting.length)})`,
      [citizenId, ...waiting],
    );
    return Number(row?.n ?? 0);
  }

  private remains(post: ListedPost, name: string): string | null {
    const { text } = openWords(post, this.personalData);
    if (post.byKind === 'citizen' || text === null) return null;
    return this.personalData.seal(maskedText(text, [name]));
  }
}
