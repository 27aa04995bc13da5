import { Injectable } from '@nestjs/common';
import { AppError, DAY_MS, type PlayVoiceQuery, type VoiceClipView } from '@yiyun/shared';
import { MoreThan } from 'typeorm';
import { Clock } from '../../../platform/clock.js';
import { Database } from '../../../platform/database/database.js';
import { BlobStore, type ByteRange, parseByteRange, type StoredBlob } from '../../../platform/gateways/index.js';
import type { Context } from '../../../platform/http/context.js';
import { requireConsent, staffOf } from '../../../platform/http/policies.js';
import { newId } from '../../../platform/ids.js';
import { JobFailedError } from '../../../platform/threads/index.js';
import { type VoiceFacts, VoiceIntake, type VoiceRefusal } from '../../../platform/voice/index.js';
import { UnitOfWork } from '../../records/index.js';
import { VoiceClipRow } from '../storage/voice-clip.entity.js';
import { VoiceClips } from './voice-clips.js';

/** Uploads a day and person; somebody who speaks all day long has enough. */
const MAX_A_DAY = 200;
/** What not every phone plays; a copy in WAV is kept beside it. */
const NOT_PLAYED_EVERYWHERE = ['webm', 'ogg'];
const WAV = 'audio/wav';

/** Bytes to play, and where they lie in the whole. */
export interface Sound {
  mime: string;
  bytes: Buffer;
  size: number;
  /** Set for a part; a range beyond the end has no bytes. */
  range?: ByteRange | 'unsatisfiable';
}

@Injectable()
export class VoiceService {
  constructor(
    private readonly db: Database,
    private readonly work: UnitOfWork,
    private readonly intake: VoiceIntake,
    private readonly blobs: BlobStore,
    private readonly clips: VoiceClips,
    private readonly clock: Clock,
  ) {}

  /** Longest recording, in seconds. */
  get maxSeconds(): number {
    return Math.floor(this.intake.limits.maxDurationMs / 1000);
  }

  uploadByCitizen(ctx: Context, bytes: Uint8Array): Promise<VoiceClipView> {
    return this.upload(ctx, { kind: 'citizen', id: requireConsent(ctx).id }, bytes);
  }

  uploadByStaff(ctx: Context, bytes: Uint8Array): Promise<VoiceClipView> {
    return this.upload(ctx, { kind: 'staff', id: staffOf(ctx).id }, bytes);
  }

  /** Keeps the sound before it says so: an upload that was answered is not lost (H2). */
  private async upload(
    ctx: Context,
    owner: { kind: VoiceClipRow['ownerKind']; id: string },
    bytes: Uint8Array,
  ): Promise<VoiceClipView> {
    await this.limit(owner.id);
    const looked = await this.intake.inspect(bytes);
    if (!looked.ok) throw this.refusal(looked.code);
    const { voice } = looked;
    const original = await this.blobs.put(bytes, { mime: voice.mime });
    const playable = await this.playable(voice, bytes, original);
    return this.work.run(ctx, 'help.uploadVoice', async (command) => {
      const { durationMs } = voice;
      const facts = {
        ownerKind: owner.kind,
        ownerId: owner.id,
        hash: original.key,
        mime: voice.mime,
        playableHash: playable.key,
        playableMime: playable.mime,
        durationMs,
        peaks: voice.sound?.peaks ?? [],
        transcriptStatus: 'none' as const,
        createdAt: command.at,
        version: 1,
      };
      const row: VoiceClipRow = { id: newId(command.at), ...facts, transcriptSealed: null };
      await command.manager.insert(VoiceClipRow, row);
      command.record({
        streamId: `voice:${row.id}`,
        kind: 'VoiceUploaded',
        subjectKind: 'voice',
        subjectId: row.id,
        partyId: owner.kind === 'citizen' ? owner.id : null,
        facts,
        first: true,
      });
      return this.clips.view(row);
    });
  }

  /** The recording itself, or a copy that iPhones and WeChat play as well. */
  private async playable(
    voice: VoiceFacts,
    bytes: Uint8Array,
    original: StoredBlob,
  ): Promise<StoredBlob & { mime: string }> {
    if (!NOT_PLAYED_EVERYWHERE.includes(voice.format)) return { ...original, mime: voice.mime };
    const wav = await this.intake.toWav(bytes).catch((error: unknown) => {
      if (!(error instanceof JobFailedError)) throw error;
      throw new AppError('server.busy');
    });
    if (!wav) throw new AppError('voice.undecodable');
    return { ...(await this.blobs.put(wav, { mime: WAV })), mime: WAV };
  }

  private async limit(ownerId: string): Promise<void> {
    const since = this.clock.now() - DAY_MS;
    const uploads = await this.db.read.countBy(VoiceClipRow, { ownerId, createdAt: MoreThan(since) });
    if (uploads >= MAX_A_DAY) throw new AppError('request.too_many', { seconds: 3_600 });
  }

  private refusal(code: VoiceRefusal): AppError {
    const seconds = this.maxSeconds;
    if (code === 'voice.too_large' || code === 'voice.too_long') return new AppError(code, { seconds });
    return new AppError(code);
  }

  /** The sound behind a signed link, or the part that a `Range` header asks for. */
  async play(id: string, query: PlayVoiceQuery, rangeHeader: string | undefined): Promise<Sound> {
    if (this.clips.judge(id, query) !== 'valid') throw new AppError('voice.link_expired');
    const row = await this.clips.find(id);
    const whole = row && row.hash !== '' ? await this.blobs.get(row.playableHash) : undefined;
    if (!row || !whole) throw new AppError('request.not_found');
    const about = { mime: row.playableMime, size: whole.size };
    const range = parseByteRange(rangeHeader, whole.size);
    if (range === undefined) return { ...about, bytes: whole.bytes };
    if (range === 'unsatisfiable') return { ...about, range, bytes: Buffer.alloc(0) };
    return { ...about, range, bytes: whole.bytes.subarray(range.start, range.end + 1) };
  }
}
