import { Injectable } from '@nestjs/common';
import { Database, type Transaction } from '../../../platform/database/database.js';
import { list } from '../../../platform/database/sql.js';
import type { HelpPostRow, HelpRequestRow } from './help.entities.js';

/** A request with what its list entry shows: the words of its first post, still sealed. */
export interface ListedRequest extends HelpRequestRow {
  questionSealed: string | null;
  questionVoiceId: string | null;
  transcriptSealed: string | null;
}
/** A post with its voice's transcript, still sealed. */
export type ListedPost = HelpPostRow & { transcriptSealed: string | null };
type Source = Pick<Transaction, 'query'>;

const LISTED = `SELECT r.*, p.textSealed AS questionSealed, p.voiceClipId AS questionVoiceId, c.transcriptSealed
  FROM help_request r
  JOIN help_post p ON p.helpRequestId = r.id AND p.position = 1
  LEFT JOIN voice_clip c ON c.id = p.voiceClipId`;

/** Reads of questions; within a transaction when one is given. */
@Injectable()
export class RequestRepository {
  constructor(private readonly db: Database) {}

  async find(id: string, source: Source = this.db.read): Promise<ListedRequest | undefined> {
    const [row] = await source.query<ListedRequest[]>(`${LISTED} WHERE r.id = ?`, [id]);
    return row && fromRaw(row);
  }

  async ofCitizen(citizenId: string, source: Source = this.db.read): Promise<ListedRequest[]> {
    const rows = await source.query<ListedRequest[]>(`${LISTED} WHERE r.citizenId = ? ORDER BY r.id`, [citizenId]);
    return rows.map(fromRaw);
  }

  /** Rows of a list: `condition` speaks of `r`; `order` is its sort keys, `limit` at most so many. */
  async list(condition: string, parameters: unknown[], order: string, limit: number): Promise<ListedRequest[]> {
    const rows = await this.db.read.query<ListedRequest[]>(
      `${LISTED} WHERE ${condition} ORDER BY ${order} LIMIT ${limit}`,
      parameters,
    );
    return rows.map(fromRaw);
  }

  /** All posts of the requests, in order. */
  async posts(requestIds: readonly string[], source: Source = this.db.read): Promise<ListedPost[]> {
    if (requestIds.length === 0) return [];
    const condition = `p.helpRequestId IN (${list(requestIds.length)})`;
    return postsWhere(source, condition, [...requestIds]);
  }

  postsOfCitizen(citizenId: string, source: Source): Promise<ListedPost[]> {
    return postsWhere(source, 'p.helpRequestId IN (SELECT id FROM help_request WHERE citizenId = ?)', [citizenId]);
  }
}

async function postsWhere(source: Source, condition: string, parameters: unknown[]): Promise<ListedPost[]> {
  const rows = await source.query<ListedPost[]>(
    `SELECT p.*, c.transcriptSealed FROM help_post p LEFT JOIN voice_clip c ON c.id = p.voiceClipId
     WHERE ${condition} ORDER BY p.helpRequestId, p.position`,
    parameters,
  );
  return rows.map((row) => ({ ...row, at: Number(row.at), accepted: Number(row.accepted) === 1 }));
}

function fromRaw(row: ListedRequest): ListedRequest {
  return {
    ...row,
    version: Number(row.version),
    shownIds: JSON.parse(String(row.shownIds)) as string[],
    askedAt: Number(row.askedAt),
    waitingSince: Number(row.waitingSince),
    answeredAt: row.answeredAt === null ? null : Number(row.answeredAt),
    changedAt: Number(row.changedAt),
  };
}
