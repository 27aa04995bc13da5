import { Injectable } from '@nestjs/common';
import { PersonalData } from '../../platform/crypto/personal-data.js';
import { Database } from '../../platform/database/database.js';
import { Citizens } from '../identity/index.js';
import { maskedText } from './domain/public-copy.js';
import { askedWords } from './domain/words.js';
import { openQuestion } from './storage/help.view.js';
import { RequestRepository } from './storage/request.repository.js';

/** A question or search as others may read it. */
export interface AskedEntry {
  id: string;
  kind: 'question' | 'search';
  /** Masked; empty while a voice has no words. */
  text: string;
  at: number;
  /** For a question. */
  referenceNo: string | null;
  answered: boolean;
  /** For a search. */
  resultCount: number | null;
  changedAt: number;
}
/** The last entry of a page of changes; the next page begins after it. */
export interface ChangeMark {
  changedAt: number;
  id: string;
}
/** What insights reads of questions and searches. */
@Injectable()
export class HelpQuestions {
  constructor(
    private readonly db: Database,
    private readonly requests: RequestRepository,
    private readonly citizens: Citizens,
    private readonly personalData: PersonalData,
  ) {}

  /** Questions in the order in which they last changed, the transcript of their voice included. */
  async questionsChanged({ changedAt, id }: ChangeMark, limit: number): Promise<AskedEntry[]> {
    const rows = await this.requests.list(
      'r.changedAt >= ? AND (r.changedAt > ? OR r.id > ?)',
      [changedAt, changedAt, id],
      'r.changedAt, r.id',
      limit,
    );
    const askers = await this.citizens.citizensOf([...new Set(rows.map((row) => row.citizenId))]);
    return rows.map((row) => ({
      id: row.id,
      kind: 'question',
      text: maskedText(askedWords(openQuestion(row, this.personalData)), [askers.get(row.citizenId)?.name ?? '']),
      at: row.askedAt,
      referenceNo: row.referenceNo,
      answered: row.answeredAt !== null,
      resultCount: null,
      changedAt: row.changedAt,
    }));
  }

  /** Searches in the order in which they were made. */
  async searchesMade({ changedAt, id }: ChangeMark, limit: number): Promise<AskedEntry[]> {
    const rows = await this.db.read.query<{ id: string; at: number | string; text: string; resultCount: number }[]>(
      `SELECT id, at, text, resultCount FROM search_log WHERE at >= ? AND (at > ? OR id > ?) ORDER BY at, id LIMIT ${limit}`,
      [changedAt, changedAt, id],
    );
    return rows.map(({ id, at, text, resultCount }) => ({
      id,
      kind: 'search',
      text,
      at: Number(at),
      referenceNo: null,
      answered: false,
      resultCount: Number(resultCount),
      changedAt: Number(at),
    }));
  }
}
