import { Injectable } from '@nestjs/common';
import { contract, HOUR_MS, pathOf, type VoiceClipView } from '@yiyun/shared';
import { In } from 'typeorm';
import { Clock } from '../../../platform/clock.js';
import { PersonalData } from '../../../platform/crypto/personal-data.js';
import { Database } from '../../../platform/database/database.js';
import { type SignedQuery, type SignedUrlVerdict, UrlSigner } from '../../../platform/gateways/index.js';
import { VoiceClipRow } from '../storage/voice-clip.entity.js';

const LINK_MS = HOUR_MS;
const pathOfClip = (id: string): string => `/api${pathOf(contract.help.playVoice, { voiceClipId: id })}`;

/** Recordings as they are shown, and the links by which they are played. */
@Injectable()
export class VoiceClips {
  constructor(
    private readonly db: Database,
    private readonly personalData: PersonalData,
    private readonly signer: UrlSigner,
    private readonly clock: Clock,
  ) {}

  find(id: string): Promise<VoiceClipRow | null> {
    return this.db.read.findOneBy(VoiceClipRow, { id });
  }

  /** Views by id; recordings whose sound was erased are left out. */
  async viewsOf(ids: readonly (string | null)[]): Promise<ReadonlyMap<string, VoiceClipView>> {
    const wanted = ids.filter((id) => id !== null);
    if (wanted.length === 0) return new Map();
    const rows = await this.db.read.findBy(VoiceClipRow, { id: In(wanted) });
    return new Map(rows.filter((row) => row.hash !== '').map((row) => [row.id, this.view(row)]));
  }

  view(row: VoiceClipRow): VoiceClipView {
    const { id, durationMs, playableMime: mime, peaks, transcriptSealed } = row;
    const transcript = transcriptSealed === null ? null : this.personalData.open(transcriptSealed);
    return {
      id,
      durationMs,
      mime,
      peaks,
      url: this.signer.sign(pathOfClip(id), this.clock.now() + LINK_MS),
      transcript,
    };
  }

  judge(id: string, query: SignedQuery): SignedUrlVerdict {
    return this.signer.verify(pathOfClip(id), query);
  }
}
