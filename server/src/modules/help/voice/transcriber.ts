import { Injectable, Logger } from '@nestjs/common';
import { HOUR_MS, MINUTE_MS } from '@yiyun/shared';
import { Clock } from '../../../platform/clock.js';
import { PersonalData } from '../../../platform/crypto/personal-data.js';
import { Database } from '../../../platform/database/database.js';
import { BlobStore, SpeechToText } from '../../../platform/gateways/index.js';
import { systemContext } from '../../../platform/http/context.js';
import { UnitOfWork } from '../../records/index.js';
import type { VoiceClipRow } from '../storage/voice-clip.entity.js';
import { VoiceClips } from './voice-clips.js';

/** A voice is tried again by the job for this long; after that officers type what they hear. */
const TRY_FOR_MS = HOUR_MS;
const TRY_AGAIN_AFTER_MS = 2 * MINUTE_MS;

/**
 * Turns the voice of a question into text after it was asked. Whatever speech recognition says or fails to say, the
 * sound stays as it is and officers can type the text (H2). It works beside the delivery of events, which it must not
 * hold up: a recognition may take 20 seconds.
 */
@Injectable()
export class Transcriber {
  private readonly log = new Logger('speech');
  private readonly underWay = new Map<string, Promise<void>>();

  constructor(
    private readonly db: Database,
    private readonly work: UnitOfWork,
    private readonly clips: VoiceClips,
    private readonly blobs: BlobStore,
    private readonly speech: SpeechToText,
    private readonly personalData: PersonalData,
    private readonly clock: Clock,
  ) {}

  /** Begins with the recording, unless it is under way; returns at once. */
  begin(voiceClipId: string): void {
    if (this.underWay.has(voiceClipId)) return;
    const run = this.transcribe(voiceClipId)
      .catch((error: unknown) => this.log.error(`voice ${voiceClipId}: ${(error as Error).stack ?? String(error)}`))
      .finally(() => this.underWay.delete(voiceClipId));
    this.underWay.set(voiceClipId, run);
  }

  /** Resolves when nothing is under way. */
  async settled(): Promise<void> {
    await Promise.all(this.underWay.values());
  }

  /** Tries once more what a failure or a stop of the server left without text; a few at a time. */
  async retry(): Promise<void> {
    const now = this.clock.now();
    const rows = await this.db.read.query<{ id: string }[]>(
      `SELECT c.id FROM voice_clip c JOIN help_post p ON p.voiceClipId = c.id AND p.byKind = 'citizen'
       WHERE c.transcriptStatus = 'none' AND p.at > ? AND p.at <= ? ORDER BY c.id LIMIT 5`,
      [now - TRY_FOR_MS, now - TRY_AGAIN_AFTER_MS],
    );
    for (const { id } of rows) this.begin(id);
    await this.settled();
  }

  private async transcribe(voiceClipId: string): Promise<void> {
    const clip = await this.clips.find(voiceClipId);
    if (!clip || clip.transcriptStatus !== 'none' || clip.hash === '') return;
    const sound = await this.blobs.get(clip.playableHash);
    if (!sound) throw new Error('the sound is missing');
    const heard = await this.speech.transcribe({ audio: sound.bytes, mime: clip.playableMime });
    if ('text' in heard) await this.keep(clip, heard.text);
    else if (heard.unavailable === 'failed')
      this.log.warn(`voice ${voiceClipId}: not recognised (${heard.providerCode})`);
  }

  /** Unless an officer was quicker. */
  private keep(clip: VoiceClipRow, text: string): Promise<void> {
    return this.work.run(systemContext, 'help.transcribeByMachine', async (command) => {
      const version = clip.version + 1;
      const kept = await command.change(
        `UPDATE voice_clip SET transcriptSealed = ?, transcriptStatus = 'machine', version = ?
         WHERE id = ? AND version = ? AND transcriptStatus = 'none'`,
        [this.personalData.seal(text), version, clip.id, clip.version],
      );
      if (kept !== 1) return;
      const [post] = await command.query<{ helpRequestId: string }[]>(
        'SELECT helpRequestId FROM help_post WHERE voiceClipId = ?',
        [clip.id],
      );
      command.record({
        streamId: `voice:${clip.id}`,
        kind: 'VoiceTranscribed',
        subjectKind: 'voice',
        subjectId: clip.id,
        partyId: clip.ownerKind === 'citizen' ? clip.ownerId : null,
        facts: { transcriptStatus: 'machine', version },
        personal: { transcript: text },
      });
      if (!post) return;
      const { helpRequestId: subjectId } = post;
      await command.change('UPDATE help_request SET changedAt = ? WHERE id = ?', [command.at, subjectId]);
      command.emit({ type: 'VoiceTranscribed', hallId: null, subjectKind: 'help', subjectId });
    });
  }
}
