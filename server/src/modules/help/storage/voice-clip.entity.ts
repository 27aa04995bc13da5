import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { big, id, int, json, longText, nullable, text } from '../../../platform/database/columns.js';

/**
 * A recording. `hash` names the bytes as they were uploaded, `playableHash` those that are played: the same, or a copy
 * in a form that every phone plays. Both are empty once the sound was erased.
 */
@Entity('voice_clip')
@Index('voice_clip_owner', ['ownerId', 'createdAt'])
@Index('voice_clip_hash', ['hash'])
@Index('voice_clip_playable', ['playableHash'])
@Index('voice_clip_age', ['createdAt'])
export class VoiceClipRow {
  @PrimaryColumn(id) id: string;
  @Column(int) version: number;
  @Column(text(8)) ownerKind: 'citizen' | 'staff';
  @Column(id) ownerId: string;
  @Column(text(64)) hash: string;
  @Column(text(20)) mime: string;
  @Column(text(64)) playableHash: string;
  @Column(text(20)) playableMime: string;
  @Column(int) durationMs: number;
  @Column(json) peaks: number[];
  @Column(nullable(longText)) transcriptSealed: string | null;
  @Column(text(8)) transcriptStatus: 'none' | 'machine' | 'typed';
  @Column(big) createdAt: number;
}
