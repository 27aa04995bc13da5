import { Injectable } from '@nestjs/common';
import { maskName, type Page, type PageQuery, type RecordEntryView, type TimelineEntry } from '@yiyun/shared';
import { PersonalData } from '../../platform/crypto/personal-data.js';
import { Database, type Transaction } from '../../platform/database/database.js';
import { list } from '../../platform/database/sql.js';
import type { Actor } from '../../platform/http/context.js';
import { limitOf, pageOf, readCursor } from '../../platform/http/paging.js';
import type { Facts, Interaction } from './domain/interaction.js';
import { Phrases, StaffNames } from './phrases.js';

/** The transaction in which an answer must hold; without one the reading lane is asked. */
type Within = Pick<Transaction, 'query'>;

/** Reads the record for people: timelines of one thing, and a citizen's service record. */
@Injectable()
export class RecordReader {
  constructor(
    private readonly db: Database,
    private readonly personalData: PersonalData,
    private readonly phrases: Phrases,
    private readonly staffNames: StaffNames,
  ) {}

  /**
   * Every step of one stream, oldest first, as `reader` may see it. Inside a command give the command: a transaction that
   * waits for a second connection of the pool, while others do the same, waits for ever.
   */
  async timeline(reader: Actor, streamId: string, within?: Within): Promise<TimelineEntry[]> {
    const entries = await (within ?? this.db.read).query<Interaction[]>(
      'SELECT * FROM interaction WHERE streamId = ? ORDER BY streamVersion LIMIT 500',
      [streamId],
    );
    return (await this.viewsOf(reader, entries, within)).map(({ at, kind, text, by }) => ({ at, kind, text, by }));
  }

  /** A citizen's service record, newest first. */
  async ofParty(reader: Actor, partyId: string, query: PageQuery): Promise<Page<RecordEntryView>> {
    const [before] = readCursor(query.cursor, '') ?? ['~'];
    const limit = limitOf(query);
    const entries = await this.db.read.query<Interaction[]>(
      `SELECT * FROM interaction WHERE partyId = ? AND id < ? ORDER BY id DESC LIMIT ${limit + 1}`,
      [partyId, before],
    );
    return this.page(reader, entries, limit);
  }

  /** One stream, newest first, for a manager who follows a figure down to its record. */
  async ofStream(reader: Actor, streamId: string, query: PageQuery): Promise<Page<RecordEntryView>> {
    const [before] = readCursor(query.cursor, '') ?? ['~'];
    const limit = limitOf(query);
    const entries = await this.db.read.query<Interaction[]>(
      `SELECT * FROM interaction WHERE streamId = ? AND id < ? ORDER BY id DESC LIMIT ${limit + 1}`,
      [streamId, before],
    );
    return this.page(reader, entries, limit);
  }

  private async page(reader: Actor, entries: Interaction[], limit: number): Promise<Page<RecordEntryView>> {
    const views = await this.viewsOf(reader, entries);
    return pageOf(
      views,
      limit,
      (view) => [view.id],
      (view) => view,
    );
  }

  private async viewsOf(reader: Actor, entries: Interaction[], within?: Within): Promise<RecordEntryView[]> {
    const personal = await this.personalOf(entries, within);
    const staffIds = [...new Set(entries.filter((e) => e.actorKind === 'staff').map((e) => e.actorId as string))];
    const names = staffIds.length > 0 ? await this.staffNames.namesOf(staffIds, within) : new Map<string, string>();
    return entries.map((e) => ({
      id: e.id,
      at: Number(e.at),
      kind: e.kind,
      text: this.phrases.say(e.kind, JSON.parse(e.payload) as Facts, personal.get(e.id)),
      by: byWhom(reader, e, names),
      streamId: e.streamId,
      streamVersion: e.streamVersion,
      terminal: e.terminal,
      subjectKind: e.subjectKind,
      subjectId: e.subjectId,
      entryHash: e.entryHash,
    }));
  }

  private async personalOf(entries: Interaction[], within?: Within): Promise<Map<string, Facts>> {
    const ids = entries.filter((e) => e.personalHash).map((e) => e.id);
    if (ids.length === 0) return new Map();
    const rows = await (within ?? this.db.read).query<{ interactionId: string; sealed: string }[]>(
      `SELECT interactionId, sealed FROM interaction_personal WHERE interactionId IN (${list(ids.length)})`,
      ids,
    );
    return new Map(rows.map((r) => [r.interactionId, JSON.parse(this.personalData.open(r.sealed)) as Facts]));
  }
}

/** Citizens see an officer by surname; staff see colleagues whole and citizens as 纳税人. */
function byWhom(reader: Actor, entry: Interaction, names: ReadonlyMap<string, string>): string {
  if (entry.actorKind === 'system') return '系统';
  if (entry.actorKind === 'nobody') return '未登录访客';
  if ('id' in reader && reader.id === entry.actorId) return reader.kind === 'citizen' ? '您' : '我';
  if (entry.actorKind === 'citizen') return '纳税人';
  const name = names.get(entry.actorId ?? '') ?? '';
  if (reader.kind === 'staff') return name || '工作人员';
  return name ? `工作人员${maskName(name)}` : '工作人员';
}
