import { AppError, HOUR_MS } from '@yiyun/shared';
import { MoreThan } from 'typeorm';
import type { PersonalData } from '../../../platform/crypto/personal-data.js';
import { ConcurrentWriteError, isDuplicate } from '../../../platform/database/database-errors.js';
import { newId } from '../../../platform/ids.js';
import type { Command } from '../../records/index.js';
import { HelpPostRow } from './help.entities.js';
import { VoiceClipRow } from './voice-clip.entity.js';

/** A recording can be sent for this long; an hour later it is removed as unused, and the two never meet. */
const FRESH_FOR_MS = 23 * HOUR_MS;

export interface NewPost {
  helpRequestId: string;
  kind: HelpPostRow['kind'];
  by: { kind: HelpPostRow['byKind']; id: string };
  text?: string;
  voiceClipId?: string;
}

/**
 * Adds a post at the end of a request. Its voice must be a recording of the author's own that no post has yet; to
 * anybody else it doesn't exist. Returns what the record says of it.
 */
export async function addPost(
  command: Command,
  personalData: PersonalData,
  { helpRequestId, kind, by, text, voiceClipId }: NewPost,
): Promise<{ postId: string; postKind: string; voiceClipId: string | null }> {
  if (voiceClipId) await requireFreeClip(command, by, voiceClipId);
  const position = (await command.manager.countBy(HelpPostRow, { helpRequestId })) + 1;
  const id = newId(command.at);
  try {
    await command.manager.insert(HelpPostRow, {
      id,
      helpRequestId,
      position,
      kind,
      byKind: by.kind,
      byId: by.id,
      textSealed: text === undefined ? null : personalData.seal(text),
      voiceClipId: voiceClipId ?? null,
      at: command.at,
      accepted: false,
    });
  } catch (error) {
    throw isDuplicate(error) ? new ConcurrentWriteError('a post or its voice was added twice at once') : error;
  }
  return { postId: id, postKind: kind, voiceClipId: voiceClipId ?? null };
}

async function requireFreeClip(command: Command, by: NewPost['by'], voiceClipId: string): Promise<void> {
  const ownerKind = by.kind === 'citizen' ? 'citizen' : 'staff';
  const createdAt = MoreThan(command.at - FRESH_FOR_MS);
  const isOwn = await command.manager.existsBy(VoiceClipRow, { id: voiceClipId, ownerKind, ownerId: by.id, createdAt });
  if (!isOwn || (await command.manager.existsBy(HelpPostRow, { voiceClipId }))) throw new AppError('request.not_found');
}
