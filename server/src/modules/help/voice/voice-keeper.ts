import { Injectable } from '@nestjs/common';
import { DAY_MS } from '@yiyun/shared';
import { Clock } from '../../../platform/clock.js';
import { Database } from '../../../platform/database/database.js';
import { ConcurrentWriteError } from '../../../platform/database/database-errors.js';
import { BlobStore } from '../../../platform/gateways/index.js';
import { systemContext } from '../../../platform/http/context.js';
import { type Command, UnitOfWork } from '../../records/index.js';

interface Sound {
  id: string;
  version: number;
  hash: string;
  playableHash: string;
}
const SOUND = 'c.id, c.version, c.hash, c.playableHash';
const UNUSED_FOR_MS = DAY_MS;

/** Removes sound that nobody needs any more: recordings that were never sent, and those of a deleted account. */
@Injectable()
export class VoiceKeeper {
  constructor(
    private readonly db: Database,
    private readonly work: UnitOfWork,
    private readonly blobs: BlobStore,
    private readonly clock: Clock,
  ) {}

  /** Removes recordings that no post has after a day; by then they can't be sent any more. */
  async prune(): Promise<void> {
    const unused = await this.db.read.query<Sound[]>(
      `SELECT ${SOUND} FROM voice_clip c LEFT JOIN help_post p ON p.voiceClipId = c.id
       WHERE p.id IS NULL AND c.hash <> '' AND c.createdAt < ? ORDER BY c.id LIMIT 200`,
      [this.clock.now() - UNUSED_FOR_MS],
    );
    if (unused.length === 0) return;
    await this.work.run(systemContext, 'help.pruneVoices', (command) => silence(command, unused, 'VoiceDiscarded'));
  }

  /** Within the deletion of an account: forgets the citizen's voices. */
  async erase(command: Command, citizenId: string): Promise<void> {
    const sounds = await command.query<Sound[]>(
      `SELECT ${SOUND} FROM voice_clip c WHERE c.ownerKind = 'citizen' AND c.ownerId = ? AND c.hash <> ''`,
      [citizenId],
    );
    await silence(command, sounds, 'VoiceErased');
  }

  /** Deletes the bytes after the commit, unless another recording has the very same. */
  async removeSound(keys: readonly string[]): Promise<void> {
    for (const key of new Set(keys)) {
      const users = await this.db.read.query<unknown[]>(
        'SELECT id FROM voice_clip WHERE hash = ? OR playableHash = ? LIMIT 1',
        [key, key],
      );
      if (users.length === 0) await this.blobs.delete(key);
    }
  }
}

/** Takes the sound out of recordings and leaves their rows; the events have the bytes deleted. */
async function silence(command: Command, sounds: readonly Sound[], kind: string): Promise<void> {
  for (const { id, version: before, hash, playableHash } of sounds) {
    const version = Number(before) + 1;
    const done = await command.change(
      `UPDATE voice_clip SET hash = '', playableHash = '', peaks = '[]', transcriptSealed = NULL, version = ?
       WHERE id = ? AND version = ?`,
      [version, id, before],
    );
    if (done !== 1) throw new ConcurrentWriteError(`recording ${id} was changed by somebody else`);
    const subject = { subjectKind: 'voice', subjectId: id };
    command.record({
      streamId: `voice:${id}`,
      kind,
      ...subject,
      facts: { hash: '', playableHash: '', peaks: [], version },
    });
    command.emit({ type: kind, hallId: null, ...subject, data: { hash, playableHash } });
  }
}
