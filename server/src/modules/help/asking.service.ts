import { randomInt } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import {
  type AcceptAnswerBody,
  AppError,
  type AskBody,
  type HelpDetailView,
  type HelpSummaryView,
  localDateOf,
  makeReferenceNo,
  type Page,
  type PageQuery,
  REFERENCE_SERIALS,
  type ReopenBody,
  type VersionBody,
  type VisibilityBody,
} from '@yiyun/shared';
import { PersonalData } from '../../platform/crypto/personal-data.js';
import { ConcurrentWriteError, isDuplicate } from '../../platform/database/database-errors.js';
import type { Context } from '../../platform/http/context.js';
import { limitOf, pageOf, readCursor } from '../../platform/http/paging.js';
import { citizenOf, requireConsent, requireOwner } from '../../platform/http/policies.js';
import { newId } from '../../platform/ids.js';
import { Matters } from '../matters/index.js';
import { type Command, Recorder, UnitOfWork } from '../records/index.js';
import { HelpViews } from './help-views.js';
import { KnowledgeBase } from './knowledge/knowledge-base.js';
import { Publisher } from './knowledge/publisher.js';
import { HelpRequestRow } from './storage/help.entities.js';
import { moveRequest, type RequestMove, statusAfter, tell } from './storage/move-request.js';
import { addPost } from './storage/posts.js';
import { type ListedRequest, RequestRepository } from './storage/request.repository.js';

/** What a citizen does with questions. */
@Injectable()
export class AskingService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly requests: RequestRepository,
    private readonly views: HelpViews,
    private readonly recorder: Recorder,
    private readonly matters: Matters,
    private readonly publisher: Publisher,
    private readonly knowledge: KnowledgeBase,
    private readonly personalData: PersonalData,
  ) {}

  async ask(ctx: Context, body: AskBody): Promise<HelpDetailView> {
    const citizen = requireConsent(ctx);
    const id = await this.work.run(ctx, 'help.ask', async (command) => {
      if (!body.text && !body.voiceClipId) throw new AppError('help.content_missing');
      if (body.matterId) this.matters.get(body.matterId);
      const row = await this.open(command, citizen.id, body);
      const by = { kind: 'citizen' as const, id: citizen.id };
      const { text, voiceClipId } = body;
      const post = await addPost(command, this.personalData, {
        helpRequestId: row.id,
        kind: 'question',
        by,
        text,
        voiceClipId,
      });
      const { changedAt: _, id: subjectId, ...facts } = row;
      command.record({
        streamId: `help:${subjectId}`,
        kind: 'HelpAsked',
        subjectKind: 'help',
        subjectId,
        partyId: citizen.id,
        facts: { ...facts, ...post },
        ...(text && { personal: { text } }),
        first: true,
      });
      tell(command, row, 'HelpAsked');
      if (voiceClipId) {
        const subject = { subjectKind: 'voice', subjectId: voiceClipId };
        command.emit({ type: 'VoiceClipAttached', hallId: null, ...subject });
      }
      return row.id;
    });
    return this.detail(ctx, id);
  }

  async mine(ctx: Context, query: PageQuery): Promise<Page<HelpSummaryView>> {
    const citizen = citizenOf(ctx);
    const [askedAt, id] = readCursor(query.cursor, 0, '') ?? [Number.MAX_SAFE_INTEGER, ''];
    const limit = limitOf(query);
    const rows = await this.requests.list(
      'r.citizenId = ? AND r.askedAt <= ? AND (r.askedAt < ? OR r.id < ?)',
      [citizen.id, askedAt, askedAt, id],
      'r.askedAt DESC, r.id DESC',
      limit + 1,
    );
    return pageOf(
      rows,
      limit,
      (row) => [row.askedAt, row.id],
      (row) => this.views.forCitizen(row),
    );
  }

  async get(ctx: Context, id: string): Promise<HelpDetailView> {
    const { referenceNo, citizenId } = requireOwner(ctx, await this.requests.find(id));
    await this.recorder.viewed(ctx, {
      kind: 'HelpViewed',
      subjectKind: 'help',
      subjectId: id,
      partyId: citizenId,
      facts: { referenceNo },
    });
    return this.detail(ctx, id);
  }

  acceptAnswer(ctx: Context, id: string, { version, postId }: AcceptAnswerBody): Promise<HelpDetailView> {
    return this.act(ctx, 'help.acceptAnswer', id, async (command, row) => {
      const status = statusAfter(row, 'citizen', 'accept');
      const found = await command.change(
        "UPDATE help_post SET accepted = 1 WHERE id = ? AND helpRequestId = ? AND kind = 'answer'",
        [postId, id],
      );
      if (found !== 1) throw new AppError('request.not_found');
      if (row.visibility === 'public') await this.publisher.publish(command, row);
      return { version, kind: 'HelpAccepted', set: { status }, facts: { acceptedPostId: postId } };
    });
  }

  /** Asks on: the question waits again, for whichever officer is free. */
  reopen(ctx: Context, id: string, { version, text }: ReopenBody): Promise<HelpDetailView> {
    return this.act(ctx, 'help.reopen', id, async (command, row) => {
      const status = statusAfter(row, 'citizen', 'reopen');
      const by = { kind: 'citizen' as const, id: row.citizenId };
      const facts = await addPost(command, this.personalData, { helpRequestId: id, kind: 'followUp', by, text });
      const set = { status, assigneeId: null, waitingSince: command.at };
      return { version, kind: 'HelpReopened', set, facts, personal: { text } };
    });
  }

  close(ctx: Context, id: string, { version }: VersionBody): Promise<HelpDetailView> {
    return this.act(ctx, 'help.close', id, async (_, row) => ({
      version,
      kind: 'HelpClosed',
      set: { status: statusAfter(row, 'citizen', 'close') },
    }));
  }

  /** Makes question and answer public, masked, or takes them back at any time. */
  setVisibility(ctx: Context, id: string, { version, visibility }: VisibilityBody): Promise<HelpDetailView> {
    return this.act(ctx, 'help.setVisibility', id, async (command, row) => {
      if (row.visibility === visibility) throw new AppError('request.not_available');
      if (visibility === 'public') await this.publisher.publish(command, row);
      else await this.publisher.withdraw(command, id);
      return { version, kind: visibility === 'public' ? 'HelpPublished' : 'HelpUnpublished', set: { visibility } };
    });
  }

  /** One act on one's own question: `decide` checks it and says what changes. */
  private async act(
    ctx: Context,
    what: string,
    id: string,
    decide: (command: Command, row: ListedRequest) => Promise<RequestMove>,
  ): Promise<HelpDetailView> {
    await this.work.run(ctx, what, async (command) => {
      const row = requireOwner(ctx, await this.requests.find(id, command));
      await moveRequest(command, row, await decide(command, row));
    });
    await this.knowledge.refresh();
    return this.detail(ctx, id);
  }

  private async detail(ctx: Context, id: string): Promise<HelpDetailView> {
    return this.views.detailForCitizen(citizenOf(ctx), requireOwner(ctx, await this.requests.find(id)));
  }

  private async open(command: Command, citizenId: string, body: AskBody): Promise<HelpRequestRow> {
    const row: HelpRequestRow = {
      id: newId(command.at),
      referenceNo: makeReferenceNo('W', localDateOf(command.at), randomInt(REFERENCE_SERIALS)),
      citizenId,
      matterId: body.matterId ?? null,
      status: 'open',
      version: 1,
      visibility: 'private',
      assigneeId: null,
      shownIds: body.shownIds ?? [],
      askedAt: command.at,
      waitingSince: command.at,
      answeredAt: null,
      changedAt: command.at,
    };
    try {
      await command.manager.insert(HelpRequestRow, row);
    } catch (error) {
      throw isDuplicate(error) ? new ConcurrentWriteError('the reference number is taken') : error;
    }
    return row;
  }
}
