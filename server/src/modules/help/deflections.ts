import { Injectable } from '@nestjs/common';
import { DAY_MS, type DeflectionEntryView, type DeflectionOutcome } from '@yiyun/shared';
import { Clock } from '../../platform/clock.js';
import { PersonalData } from '../../platform/crypto/personal-data.js';
import { Database } from '../../platform/database/database.js';
import { list } from '../../platform/database/sql.js';
import { Citizens } from '../identity/index.js';
import { maskedText } from './domain/public-copy.js';
import { askedWords } from './domain/words.js';
import { KnowledgeBase } from './knowledge/knowledge-base.js';
import { openQuestion } from './storage/help.view.js';
import { type ListedRequest, RequestRepository } from './storage/request.repository.js';

/** Instants [from, until). */
interface Period {
  from: number;
  until: number;
}
type Place = [at: number, id: string] | undefined;
interface Said {
  id: string;
  at: number | string;
  text: string;
  helpfulId: string;
  /** The first question that the person asked within the week. */
  askedId: string | null;
}

/** Whoever has not asked for so long after an answer was enough did not need to. */
const LASTS_MS = 7 * DAY_MS;
/** The first question of the person within the week after `d`; ids are in the order of time. */
const ASKED = `(SELECT MIN(r.id) FROM help_request r
  WHERE r.citizenId = d.citizenId AND r.askedAt > d.at AND r.askedAt <= d.at + ${LASTS_MS})`;
/** Conditions on when somebody said that an answer was enough, and on the question asked since. */
const conditionsAt = (now: number): Record<Exclude<DeflectionOutcome, 'askedAnyway'>, string> => ({
  lasting: `askedId IS NULL AND at <= ${now - LASTS_MS}`,
  askedLater: 'askedId IS NOT NULL',
  undecided: `askedId IS NULL AND at > ${now - LASTS_MS}`,
});
const SAW_ANSWERS = "r.shownIds <> '[]' AND r.askedAt >= ? AND r.askedAt < ?";

/** How looks at similar answers before asking ended: some questions were not needed, others were asked all the same. */
@Injectable()
export class Deflections {
  constructor(
    private readonly db: Database,
    private readonly requests: RequestRepository,
    private readonly knowledge: KnowledgeBase,
    private readonly citizens: Citizens,
    private readonly personalData: PersonalData,
    private readonly clock: Clock,
  ) {}

  async count({ from, until }: Period): Promise<Record<DeflectionOutcome, number>> {
    const sums = Object.entries(conditionsAt(this.clock.now())).map(
      ([outcome, condition]) => `SUM(CASE WHEN ${condition} THEN 1 ELSE 0 END) AS ${outcome}`,
    );
    const [said] = await this.db.read.query<Record<string, number | string | null>[]>(
      `SELECT ${sums.join(', ')} FROM (SELECT d.at, ${ASKED} AS askedId FROM deflection d WHERE d.at >= ? AND d.at < ?) s`,
      [from, until],
    );
    const [asked] = await this.db.read.query<{ n: number | string }[]>(
      `SELECT COUNT(*) AS n FROM help_request r WHERE ${SAW_ANSWERS}`,
      [from, until],
    );
    const { lasting, askedLater, undecided } = said ?? {};
    return {
      lasting: Number(lasting ?? 0),
      askedLater: Number(askedLater ?? 0),
      undecided: Number(undecided ?? 0),
      askedAnyway: Number(asked?.n ?? 0),
    };
  }

  /** Those of one outcome, the latest first, after `place`. */
  list(outcome: DeflectionOutcome, period: Period, place: Place, limit: number): Promise<DeflectionEntryView[]> {
    if (outcome === 'askedAnyway') return this.askedAnyway(period, place, limit);
    return this.said(conditionsAt(this.clock.now())[outcome], period, place, limit);
  }

  private async said(condition: string, { from, until }: Period, place: Place, limit: number) {
    const [at, id] = place ?? [until, ''];
    const rows = await this.db.read.query<Said[]>(
      `SELECT * FROM (SELECT d.id, d.at, d.text, d.helpfulId, ${ASKED} AS askedId FROM deflection d
         WHERE d.at >= ? AND d.at < ? AND d.at <= ? AND (d.at < ? OR d.id < ?)) s
       WHERE ${condition} ORDER BY at DESC, id DESC LIMIT ${limit}`,
      [from, until, at, at, id],
    );
    const asked = await this.askedBy(rows.flatMap(({ askedId }) => askedId ?? []));
    return rows.map((row): DeflectionEntryView => {
      const question = asked.get(row.askedId ?? '');
      return {
        id: row.id,
        at: Number(row.at),
        text: row.text,
        helpful: this.helpful(row.helpfulId),
        asked: question ? linkTo(question) : null,
      };
    });
  }

  private async askedAnyway({ from, until }: Period, place: Place, limit: number) {
    const [at, id] = place ?? [until, ''];
    const rows = await this.requests.list(
      `${SAW_ANSWERS} AND r.askedAt <= ? AND (r.askedAt < ? OR r.id < ?)`,
      [from, until, at, at, id],
      'r.askedAt DESC, r.id DESC',
      limit,
    );
    const askers = await this.citizens.citizensOf([...new Set(rows.map(({ citizenId }) => citizenId))]);
    return rows.map((row): DeflectionEntryView => {
      const words = askedWords(openQuestion(row, this.personalData));
      const text = maskedText(words, [askers.get(row.citizenId)?.name ?? '']);
      return { id: row.id, at: row.askedAt, text, helpful: null, asked: linkTo(row) };
    });
  }

  private async askedBy(ids: readonly string[]): Promise<ReadonlyMap<string, ListedRequest>> {
    if (ids.length === 0) return new Map();
    const rows = await this.requests.list(`r.id IN (${list(ids.length)})`, [...ids], 'r.id', ids.length);
    return new Map(rows.map((row) => [row.id, row]));
  }

  private helpful(id: string): DeflectionEntryView['helpful'] {
    const item = this.knowledge.find(id);
    return item ? { id, question: item.question } : null;
  }
}

const linkTo = ({ id, referenceNo }: ListedRequest) => ({ helpRequestId: id, referenceNo });
