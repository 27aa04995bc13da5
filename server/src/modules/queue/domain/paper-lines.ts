import { addDays, instantAt, type LocalDate, MINUTE_MS } from '@yiyun/shared';

/** What the hall knows against which paper is read. */
export interface PaperKnowledge {
  readonly now: number;
  readonly today: LocalDate;
  /** Numbers that were set aside. */
  readonly blocks: readonly { on: LocalDate; first: number; last: number; reservedAt: number }[];
  readonly windows: readonly { id: string; label: string }[];
  /** A matter by its name or category; undefined where the hall serves none. */
  readonly matterOf: (text: string) => string | undefined;
  /** Numbers that were told before. */
  readonly earlier: ReadonlyMap<string, PaperEntry>;
}
/** One paper ticket as it was used. */
export interface PaperEntry {
  readonly number: string;
  readonly on: LocalDate;
  readonly drawnAt: number;
  /** Null when it was not served. */
  readonly servedUntil: number | null;
  readonly windowId: string | null;
  readonly matterId: string;
}
export interface PaperReading {
  /** To be added; what was told before in the same words is neither here nor refused. */
  readonly accepted: PaperEntry[];
  readonly refused: { line: number; text: string; reason: string }[];
}

/** Paper is told on its day or within so many days after it. */
export const TOLD_WITHIN_DAYS = 3;
const LINE = /^(P\d{3,6})\s+(\d{1,2}:[0-5]\d)\s+(\d{1,2}:[0-5]\d|未办)\s+(\S.*)$/;
const FORM = '应写成“P003 09:40 10:05 窗口2 发票”，没有办的写成“P003 09:40 未办 发票”';

/** Reads a line a ticket. Each line is judged by itself: a bad one leaves the others as they are. */
export function readPaper(text: string, known: PaperKnowledge): PaperReading {
  const accepted = new Map<string, { entry: PaperEntry; line: number }>();
  const refused: PaperReading['refused'] = [];
  text.split(/\r?\n/).forEach((raw, i) => {
    const line = raw.trim();
    if (line === '') return;
    const entry = entryOf(line, known);
    const problem = typeof entry === 'string' ? entry : conflictOf(entry, accepted, known);
    if (problem !== undefined) refused.push({ line: i + 1, text: line, reason: problem });
    else if (!known.earlier.has((entry as PaperEntry).number)) {
      accepted.set((entry as PaperEntry).number, { entry: entry as PaperEntry, line: i + 1 });
    }
  });
  return { accepted: [...accepted.values()].map(({ entry }) => entry), refused };
}

function entryOf(line: string, known: PaperKnowledge): PaperEntry | string {
  const [, number, drawn, served, rest] = LINE.exec(line.toUpperCase()) ?? [];
  if (!number || !drawn || !served || !rest) return FORM;
  const serial = Number(number.slice(1));
  const block = known.blocks.find(({ first, last }) => serial >= first && serial <= last);
  if (!block) return '没有预留过这张号';
  if (block.on < addDays(known.today, -TOLD_WITHIN_DAYS)) return `这张号是${block.on}的，已过补录期限`;
  const { window, matterText } = placeOf(rest, known.windows);
  const matterId = known.matterOf(matterText);
  if (matterId === undefined) return `本厅不办理“${matterText}”，请写事项名称或类别`;
  const isServed = served !== '未办';
  if (isServed && !window) return '没有写办理的窗口，或本厅没有这个窗口';
  const entry: PaperEntry = {
    number,
    on: block.on,
    drawnAt: instantOf(block.on, drawn),
    servedUntil: isServed ? instantOf(block.on, served) : null,
    windowId: isServed ? (window?.id ?? null) : null,
    matterId,
  };
  return contradictionIn(entry, block.reservedAt, known.now) ?? entry;
}

function contradictionIn(entry: PaperEntry, reservedAt: number, now: number): string | undefined {
  const { drawnAt, servedUntil } = entry;
  if (drawnAt < reservedAt - (reservedAt % MINUTE_MS)) return '取号时间早于预留这批号的时间';
  if (drawnAt > now || (servedUntil ?? 0) > now) return '时间还没有到';
  if (servedUntil !== null && servedUntil <= drawnAt) return '办完时间不晚于取号时间';
  return undefined;
}

/** The same number with other words: in this text, or told before. */
function conflictOf(
  entry: PaperEntry,
  accepted: ReadonlyMap<string, { entry: PaperEntry; line: number }>,
  { earlier }: PaperKnowledge,
): string | undefined {
  const told = earlier.get(entry.number);
  if (told && !isSame(told, entry)) return '这张号已补录过，内容与这次不同';
  const above = accepted.get(entry.number);
  if (above) return `与第${above.line}行是同一张号`;
  return undefined;
}

const isSame = (a: PaperEntry, b: PaperEntry): boolean =>
  a.on === b.on &&
  a.drawnAt === b.drawnAt &&
  a.servedUntil === b.servedUntil &&
  a.windowId === b.windowId &&
  a.matterId === b.matterId;

/** `窗口2 发票`, `2号窗口 发票` or only `发票`. */
function placeOf(rest: string, windows: PaperKnowledge['windows']) {
  const [first = '', ...others] = rest.split(/\s+/);
  const digits = /^(?:窗口)?(\d+)(?:号窗口|号)?$/.exec(first)?.[1];
  if (digits === undefined && !first.includes('窗口')) return { window: undefined, matterText: rest };
  const window = windows.find(({ label }) => label === first || (digits && label.replace(/\D/g, '') === digits));
  return { window, matterText: others.join(' ') };
}

function instantOf(on: LocalDate, time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return instantAt(on, hours * 60 + minutes);
}
