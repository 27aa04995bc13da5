import { Injectable } from '@nestjs/common';
import {
  type AnswerBody,
  AppError,
  type Page,
  type StaffHelpDetailView,
  type StaffHelpQuery,
  type StaffHelpView,
  type TranscriptBody,
  type VersionBody,
} from '@yiyun/shared';
import { PersonalData } from '../../platform/crypto/personal-data.js';
import { ConcurrentWriteError } from '../../platform/database/database-errors.js';
import type { Context, StaffActor } from '../../platform/http/context.js';
import { staffOf } from '../../platform/http/policies.js';
import { type Command, Recorder, StaffNames, UnitOfWork } from '../records/index.js';
import { HelpViews } from './help-views.js';
import { KnowledgeBase } from './knowledge/knowledge-base.js';
import { Publisher } from './knowledge/publisher.js';
import { moveRequest, type RequestMove, statusAfter } from './storage/move-request.js';
import { addPost } from './storage/posts.js';
import { type ListedRequest, RequestRepository } from './storage/request.repository.js';
import { StaffRequestList } from './storage/staff-request-list.js';

/** What officers do with questions. One officer at a time is responsible for a question (H1). */
@Injectable()
export class AnsweringService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly requests: RequestRepository,
    private readonly staffList: StaffRequestList,
    private readonly views: HelpViews,
    private readonly recorder: Recorder,
    private readonly staffNames: StaffNames,
    private readonly publisher: Publisher,
    private readonly knowledge: KnowledgeBase,
    private readonly personalData: PersonalData,
  ) {}

  async list(ctx: Context, query: StaffHelpQuery): Promise<Page<StaffHelpView>> {
    const staff = staffOf(ctx);
    const { rows, nextCursor } = await this.staffList.page(staff.id, query);
    return { items: await this.views.forStaff(staff, rows), nextCursor };
  }

  async get(ctx: Context, id: string): Promise<StaffHelpDetailView> {
    const { referenceNo, citizenId } = await this.found(id);
    await this.recorder.viewed(ctx, {
      kind: 'HelpViewed',
      subjectKind: 'help',
      subjectId: id,
      partyId: citizenId,
      facts: { referenceNo },
    });
    return this.detail(ctx, id);
  }

  claim(ctx: Context, id: string, { version }: VersionBody): Promise<StaffHelpDetailView> {
    return this.act(ctx, 'help.claim', id, async (staff, command, row) => {
      if (row.assigneeId !== null) await this.refuseOthers(staff, row, command);
      return {
        version,
        kind: 'HelpClaimed',
        set: { status: statusAfter(row, 'officer', 'claim'), assigneeId: staff.id },
      };
    });
  }

  /** Puts it back; it has waited since it was asked and so stands first again. */
  release(ctx: Context, id: string, { version }: VersionBody): Promise<StaffHelpDetailView> {
    return this.act(ctx, 'help.release', id, async (staff, command, row) => {
      await this.refuseOthers(staff, row, command);
      return {
        version,
        kind: 'HelpReleased',
        set: { status: statusAfter(row, 'officer', 'release'), assigneeId: null },
      };
    });
  }

  transcribe(ctx: Context, id: string, body: TranscriptBody): Promise<StaffHelpDetailView> {
    return this.act(ctx, 'help.transcribe', id, async (staff, command, row) => {
      await this.refuseOthers(staff, row, command);
      statusAfter(row, 'officer', 'answer');
      await this.typeTranscript(command, id, body);
      if (row.visibility === 'public') await this.publisher.publish(command, row);
      const { version, voiceClipId, text } = body;
      return { version, kind: 'HelpTranscribed', facts: { voiceClipId }, personal: { text } };
    });
  }

  answer(ctx: Context, id: string, { version, text, voiceClipId }: AnswerBody): Promise<StaffHelpDetailView> {
    return this.act(ctx, 'help.answer', id, async (staff, command, row) => {
      await this.refuseOthers(staff, row, command);
      const status = statusAfter(row, 'officer', 'answer');
      const by = { kind: 'officer' as const, id: staff.id };
      const post = { helpRequestId: id, kind: 'answer' as const, by, text, voiceClipId };
      const facts = await addPost(command, this.personalData, post);
      if (row.visibility === 'public') await this.publisher.publish(command, row);
      return { version, kind: 'HelpAnswered', set: { status, answeredAt: command.at }, facts, personal: { text } };
    });
  }

  private async act(
    ctx: Context,
    what: string,
    id: string,
    decide: (staff: StaffActor, command: Command, row: ListedRequest) => Promise<RequestMove>,
  ): Promise<StaffHelpDetailView> {
    const staff = staffOf(ctx);
    await this.work.run(ctx, what, async (command) => {
      const row = await this.found(id, command);
      await moveRequest(command, row, await decide(staff, command, row));
    });
    await this.knowledge.refresh();
    return this.detail(ctx, id);
  }

  /** Names the officer who is responsible instead; nobody else acts until it was given back (H1). */
  private async refuseOthers(staff: StaffActor, { assigneeId }: ListedRequest, command: Command): Promise<void> {
    if (assigneeId === null) throw new AppError('request.not_available');
    if (assigneeId === staff.id) return;
    const name = (await this.staffNames.namesOf([assigneeId], command)).get(assigneeId) ?? '其他工作人员';
    throw new AppError('help.claimed_by_other', { name });
  }

  private async typeTranscript(command: Command, id: string, { voiceClipId, text }: TranscriptBody): Promise<void> {
    const [clip] = await command.query<{ version: number | string; ownerKind: string; ownerId: string }[]>(
      `SELECT c.version, c.ownerKind, c.ownerId FROM voice_clip c JOIN help_post p ON p.voiceClipId = c.id
       WHERE c.id = ? AND p.helpRequestId = ? AND c.hash <> ''`,
      [voiceClipId, id],
    );
    if (!clip) throw new AppError('request.not_found');
    const version = Number(clip.version) + 1;
    const kept = await command.change(
      "UPDATE voice_clip SET transcriptSealed = ?, transcriptStatus = 'typed', version = ? WHERE id = ? AND version = ?",
      [this.personalData.seal(text), version, voiceClipId, clip.version],
    );
    if (kept !== 1) throw new ConcurrentWriteError(`recording ${voiceClipId} was transcribed at the same time`);
    command.record({
      streamId: `voice:${voiceClipId}`,
      kind: 'VoiceTranscribed',
      subjectKind: 'voice',
      subjectId: voiceClipId,
      facts: { transcriptStatus: 'typed', version },
      personal: { transcript: text },
    });
  }

  private async found(id: string, command?: Command): Promise<ListedRequest> {
    const row = await this.requests.find(id, command);
    if (!row) throw new AppError('request.not_found');
    return row;
  }

  private async detail(ctx: Context, id: string): Promise<StaffHelpDetailView> {
    return this.views.detailForStaff(staffOf(ctx), await this.found(id));
  }
}
