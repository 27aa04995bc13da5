import { Injectable } from '@nestjs/common';
import {
  AppError,
  type DeflectBody,
  type KnowledgeListQuery,
  type KnowledgeView,
  maskPersonalText,
  type Page,
  type SimilarView,
} from '@yiyun/shared';
import type { Context } from '../../../platform/http/context.js';
import { cursorOf, limitOf, readCursor } from '../../../platform/http/paging.js';
import { citizenOf } from '../../../platform/http/policies.js';
import { newId } from '../../../platform/ids.js';
import { Recorder, UnitOfWork } from '../../records/index.js';
import { DeflectionRow } from '../storage/knowledge.entities.js';
import { SearchLog } from '../storage/search-log.js';
import { VoiceClips } from '../voice/voice-clips.js';
import { KnowledgeBase } from './knowledge-base.js';
import type { KnowledgeHit, KnowledgeItem } from './knowledge-index.js';

/** Shown while somebody types a question: few, and only what is close. */
const SIMILAR = { limit: 5, minScore: 0.2 };
const FOUND = { limit: 20, minScore: 0.12 };
const LISTED = { limit: 500, minScore: 0.12 };

/** Answers for everybody. */
@Injectable()
export class KnowledgeService {
  constructor(
    private readonly knowledge: KnowledgeBase,
    private readonly clips: VoiceClips,
    private readonly searches: SearchLog,
    private readonly recorder: Recorder,
    private readonly work: UnitOfWork,
  ) {}

  similar(q: string): Promise<SimilarView[]> {
    return this.similarViews(this.knowledge.search(q, SIMILAR));
  }

  /** Every search is kept, those without a result too; a citizen's own stands in the service record as well. */
  async search(ctx: Context, q: string): Promise<SimilarView[]> {
    const hits = this.knowledge.search(q, FOUND);
    const resultCount = hits.length;
    const citizenId = ctx.actor.kind === 'citizen' ? ctx.actor.id : null;
    const searchId = await this.searches.keep({ text: maskPersonalText(q), resultCount, citizenId });
    if (citizenId !== null) {
      const subject = { subjectKind: 'search', subjectId: searchId };
      await this.recorder.viewed(ctx, { kind: 'KnowledgeSearched', ...subject, facts: { resultCount } });
    }
    return this.similarViews(hits);
  }

  async list({ q, ...query }: KnowledgeListQuery): Promise<Page<KnowledgeView>> {
    const [from] = readCursor(query.cursor, 0) ?? [0];
    const until = from + limitOf(query);
    const found = q ? this.knowledge.search(q, LISTED).map(({ item }) => item) : this.knowledge.all();
    return {
      items: await this.views(found.slice(from, until)),
      nextCursor: until < found.length ? cursorOf(until) : null,
    };
  }

  async get(id: string): Promise<KnowledgeView> {
    const item = this.knowledge.find(id);
    if (!item) throw new AppError('request.not_found');
    const [view] = await this.views([item]);
    return view as KnowledgeView;
  }

  async deflect(ctx: Context, { text, helpfulId }: DeflectBody): Promise<{ thanked: true }> {
    const { id: citizenId } = citizenOf(ctx);
    if (!this.knowledge.find(helpfulId)) throw new AppError('request.not_found');
    return this.work.run(ctx, 'help.deflect', async (command) => {
      const id = newId(command.at);
      const masked = maskPersonalText(text);
      await command.manager.insert(DeflectionRow, { id, citizenId, text: masked, helpfulId, at: command.at });
      command.record({
        streamId: `deflection:${id}`,
        kind: 'HelpDeflected',
        subjectKind: 'knowledge',
        subjectId: helpfulId,
        partyId: citizenId,
        facts: { citizenId, helpfulId, at: command.at },
        personal: { text },
        first: true,
      });
      return { thanked: true };
    });
  }

  private async similarViews(hits: readonly KnowledgeHit[]): Promise<SimilarView[]> {
    const views = await this.views(hits.map(({ item }) => item));
    return views.map((view, i) => ({ ...view, score: Math.round((hits[i]?.score ?? 0) * 1000) }));
  }

  private async views(items: readonly KnowledgeItem[]): Promise<KnowledgeView[]> {
    const voices = await this.clips.viewsOf(items.map(({ voiceClipId }) => voiceClipId));
    return items.map((item) => {
      const voice = voices.get(item.voiceClipId ?? '');
      return {
        id: item.id,
        kind: item.kind,
        question: item.question,
        answer: item.answer,
        official: item.official,
        source: item.source,
        validUntilOn: item.validUntil,
        answeredAt: item.answeredAt,
        voice: voice ? { ...voice, transcript: null } : null,
      };
    });
  }
}
