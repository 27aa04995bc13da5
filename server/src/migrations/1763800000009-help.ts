import type { MigrationInterface, QueryRunner } from 'typeorm';
import { columns, optional, schemaBuilder } from '../platform/database/schema-builder.js';

/** Questions with their posts and voices, the knowledge base, searches and deflections. */
export class Help1763800000009 implements MigrationInterface {
  readonly name = 'Help1763800000009';

  async up(q: QueryRunner): Promise<void> {
    const { table, index } = schemaBuilder(q);
    const { key, id, big, int, text, str } = columns;
    await table('help_request', [
      key(),
      str('referenceNo', 16),
      id('citizenId'),
      id('matterId', optional),
      str('status', 10),
      int('version'),
      str('visibility', 8),
      id('assigneeId', optional),
      text('shownIds'),
      big('askedAt'),
      big('waitingSince'),
      big('answeredAt', optional),
      big('changedAt'),
    ]);
    await index('help_request', 'help_request_reference', ['referenceNo'], true);
    await index('help_request', 'help_request_of_citizen', ['citizenId', 'askedAt', 'id']);
    await index('help_request', 'help_request_waiting', ['status', 'waitingSince', 'id']);
    await index('help_request', 'help_request_of_officer', ['assigneeId', 'waitingSince', 'id']);
    await index('help_request', 'help_request_asked', ['askedAt', 'id']);
    await index('help_request', 'help_request_changed', ['changedAt', 'id']);
    await table('help_post', [
      key(),
      id('helpRequestId'),
      int('position'),
      str('kind', 10),
      str('byKind', 8),
      id('byId'),
      text('textSealed', optional),
      id('voiceClipId', optional),
      big('at'),
      int('accepted'),
    ]);
    await index('help_post', 'help_post_order', ['helpRequestId', 'position'], true);
    await index('help_post', 'help_post_voice', ['voiceClipId'], true);
    await table('voice_clip', [
      key(),
      int('version'),
      str('ownerKind', 8),
      id('ownerId'),
      str('hash', 64),
      str('mime', 20),
      str('playableHash', 64),
      str('playableMime', 20),
      int('durationMs'),
      text('peaks'),
      text('transcriptSealed', optional),
      str('transcriptStatus', 8),
      big('createdAt'),
    ]);
    await index('voice_clip', 'voice_clip_owner', ['ownerId', 'createdAt']);
    await index('voice_clip', 'voice_clip_hash', ['hash']);
    await index('voice_clip', 'voice_clip_playable', ['playableHash']);
    await index('voice_clip', 'voice_clip_age', ['createdAt']);
    await this.knowledge(q);
  }

  private async knowledge(q: QueryRunner): Promise<void> {
    const { table, index } = schemaBuilder(q);
    const { key, id, big, int, day, text, str } = columns;
    await table('knowledge_item', [
      key('id', 40),
      str('kind', 8),
      int('version'),
      int('position'),
      text('question'),
      text('asks'),
      text('answer'),
      int('official'),
      str('source', 300, optional),
      day('validFrom', optional),
      day('validUntil', optional),
      big('answeredAt', optional),
      id('voiceClipId', optional),
      big('publishedAt'),
      big('withdrawnAt', optional),
    ]);
    await table('search_log', [key(), big('at'), text('text'), int('resultCount'), id('citizenId', optional)]);
    await index('search_log', 'search_log_at', ['at', 'id']);
    await index('search_log', 'search_log_citizen', ['citizenId']);
    await table('deflection', [key(), id('citizenId'), text('text'), str('helpfulId', 40), big('at')]);
    await index('deflection', 'deflection_at', ['at']);
    await index('deflection', 'deflection_citizen', ['citizenId']);
  }

  async down(q: QueryRunner): Promise<void> {
    for (const name of ['deflection', 'search_log', 'knowledge_item', 'voice_clip', 'help_post', 'help_request'])
      await q.dropTable(name);
  }
}
