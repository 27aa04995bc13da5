import { Injectable } from '@nestjs/common';
import { normaliseReferenceNo, type StaffHelpQuery } from '@yiyun/shared';
import { PersonalData } from '../../../platform/crypto/personal-data.js';
import { cursorOf, limitOf, pageOf, readCursor } from '../../../platform/http/paging.js';
import { normalise } from '../../../platform/text/normalise.js';
import { allWords } from '../domain/words.js';
import { openQuestion } from './help.view.js';
import { type ListedRequest, RequestRepository } from './request.repository.js';

interface Scope {
  condition: string;
  /** The column by which the list runs, with the id. */
  key: 'waitingSince' | 'askedAt';
  oldestFirst: boolean;
  isMine?: boolean;
}

const scopes: Record<NonNullable<StaffHelpQuery['scope']>, Scope> = {
  waiting: { condition: "r.status IN ('open', 'reopened')", key: 'waitingSince', oldestFirst: true },
  mine: {
    condition: "r.assigneeId = ? AND r.status IN ('claimed', 'answered')",
    key: 'waitingSince',
    oldestFirst: true,
    isMine: true,
  },
  answered: {
    condition: "r.answeredAt IS NOT NULL AND r.status IN ('answered', 'accepted', 'closed')",
    key: 'askedAt',
    oldestFirst: false,
  },
  all: { condition: '1 = 1', key: 'askedAt', oldestFirst: false },
};

/** How many questions one request looks through for words; they lie sealed, so the database can't. */
const SCANNED = 500;

/** The officers' lists: what waits longest stands first, and nothing ever ages out of the list. */
@Injectable()
export class StaffRequestList {
  constructor(
    private readonly requests: RequestRepository,
    private readonly personalData: PersonalData,
  ) {}

  async page(staffId: string, query: StaffHelpQuery): Promise<{ rows: ListedRequest[]; nextCursor: string | null }> {
    const scope = scopes[query.scope ?? 'waiting'];
    const limit = limitOf(query);
    const take = query.q ? SCANNED : limit + 1;
    const rows = await this.read(scope, staffId, query.cursor, take);
    const keyOf = (row: ListedRequest) => [row[scope.key], row.id];
    if (!query.q) {
      const page = pageOf(rows, limit, keyOf, (row) => row);
      return { rows: page.items, nextCursor: page.nextCursor };
    }
    const found = rows.filter((row) => this.matches(row, query.q ?? ''));
    const shown = found.slice(0, limit);
    const last = found.length > limit ? shown.at(-1) : rows.length === take ? rows.at(-1) : undefined;
    return { rows: shown, nextCursor: last ? cursorOf(...keyOf(last)) : null };
  }

  private read(scope: Scope, staffId: string, cursor: string | undefined, take: number): Promise<ListedRequest[]> {
    const { condition, key, oldestFirst, isMine } = scope;
    const after = readCursor(cursor, 0, '');
    const [beyond, order] = oldestFirst ? ['>', 'ASC'] : ['<', 'DESC'];
    return this.requests.list(
      after ? `${condition} AND r.${key} ${beyond}= ? AND (r.${key} ${beyond} ? OR r.id ${beyond} ?)` : condition,
      [...(isMine ? [staffId] : []), ...(after ? [after[0], after[0], after[1]] : [])],
      `r.${key} ${order}, r.id ${order}`,
      take,
    );
  }

  private matches(row: ListedRequest, q: string): boolean {
    if (row.referenceNo === normaliseReferenceNo(q)) return true;
    const words = allWords(openQuestion(row, this.personalData));
    const wanted = normalise(q);
    return words.includes(q) || (wanted !== '' && normalise(words).includes(wanted));
  }
}
