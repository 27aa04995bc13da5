import { ConcurrentWriteError, isDuplicate } from '../../../platform/database/database-errors.js';
import { systemContext } from '../../../platform/http/context.js';
import type { Command, UnitOfWork } from '../../records/index.js';
import { KnowledgeItemRow } from '../storage/knowledge.entities.js';

/** An article of the knowledge base as it comes from outside. */
export interface ArticleContent {
  /** Keeps its identity from import to import; at most 40 characters. */
  id: string;
  question: string;
  answer: string;
  /** Other ways to ask it. */
  asks: readonly string[];
  /** The rule or guide that it restates. */
  source: string;
  /** Whether the office stands by it as it is. */
  official: boolean;
  /** Local dates of the first and the last day on which it holds; absent without a bound. */
  validFrom?: string;
  validUntil?: string;
}
type ArticleFields = Omit<KnowledgeItemRow, 'version' | 'publishedAt'>;

/** Brings the stored articles up to those given: adds new ones, gives changed ones a new version, leaves others alone. */
export function importArticles(work: UnitOfWork, articles: readonly ArticleContent[]): Promise<void> {
  return work.run(systemContext, 'help.importArticles', async (command) => {
    const stored = new Map((await command.manager.findBy(KnowledgeItemRow, { kind: 'article' })).map((r) => [r.id, r]));
    for (const [place, article] of articles.entries()) {
      const fields = fieldsOf(article, place + 1);
      const row = stored.get(article.id);
      if (!row) await publish(command, fields);
      else await revise(command, row, fields);
    }
  });
}

const fieldsOf = ({ asks, validFrom, validUntil, ...article }: ArticleContent, position: number): ArticleFields => ({
  id: article.id,
  kind: 'article',
  position,
  question: article.question,
  asks: [...asks],
  answer: article.answer,
  official: article.official,
  source: article.source,
  validFrom: validFrom ?? null,
  validUntil: validUntil ?? null,
  answeredAt: null,
  voiceClipId: null,
  withdrawnAt: null,
});

async function publish(command: Command, fields: ArticleFields): Promise<void> {
  const facts = { ...fields, version: 1, publishedAt: command.at };
  try {
    await command.manager.insert(KnowledgeItemRow, facts);
  } catch (error) {
    throw isDuplicate(error) ? new ConcurrentWriteError('the articles are being imported elsewhere') : error;
  }
  record(command, 'ArticlePublished', fields.id, facts, true);
}

async function revise(command: Command, row: KnowledgeItemRow, fields: ArticleFields): Promise<void> {
  const stored = row as unknown as Record<string, unknown>;
  const changed = Object.entries(fields).filter(([field, v]) => JSON.stringify(stored[field]) !== JSON.stringify(v));
  if (changed.length === 0) return;
  const facts = { ...Object.fromEntries(changed), version: row.version + 1, publishedAt: command.at };
  const done = await command.manager.update(KnowledgeItemRow, { id: row.id, version: row.version }, facts);
  if (done.affected !== 1) throw new ConcurrentWriteError('the articles are being imported elsewhere');
  record(command, 'ArticleRevised', row.id, facts);
}

function record(command: Command, kind: string, id: string, facts: object, first = false): void {
  command.record({
    streamId: `article:${id}`,
    kind,
    subjectKind: 'article',
    subjectId: id,
    facts: facts as Record<string, unknown>,
    first,
  });
}
