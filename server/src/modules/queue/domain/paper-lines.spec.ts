import { describe, expect, it } from '@jest/globals';
import { instantAt } from '@yiyun/shared';
import { type PaperEntry, type PaperKnowledge, readPaper } from './paper-lines.js';

const TODAY = '2026-11-23';
const at = (minutes: number): number => instantAt(TODAY, minutes);
const known = (over: Partial<PaperKnowledge> = {}): PaperKnowledge => ({
  now: at(12 * 60),
  today: TODAY,
  blocks: [
    { on: TODAY, first: 1, last: 20, reservedAt: at(8 * 60 + 30) },
    { on: '2026-11-16', first: 900, last: 950, reservedAt: 0 },
  ],
  windows: [
    { id: 'w1', label: '1号窗口' },
    { id: 'w2', label: '2号窗口' },
  ],
  matterOf: (text) => (text === '发票' ? 'invoice' : undefined),
  earlier: new Map(),
  ...over,
});
const reasonOf = (line: string, over?: Partial<PaperKnowledge>): string | undefined =>
  readPaper(line, known(over)).refused[0]?.reason;
const served: PaperEntry = {
  number: 'P003',
  on: TODAY,
  drawnAt: at(9 * 60 + 40),
  servedUntil: at(10 * 60 + 5),
  windowId: 'w2',
  matterId: 'invoice',
};

describe('what was written on paper', () => {
  it('is read a line a ticket, the window in whichever words', () => {
    for (const window of ['窗口2', '2号窗口', '2', '2号']) {
      expect(readPaper(`P003 09:40 10:05 ${window} 发票`, known())).toEqual({ accepted: [served], refused: [] });
    }
    expect(readPaper('\n p004  9:50 未办 发票 \n', known()).accepted).toEqual([
      { ...served, number: 'P004', drawnAt: at(590), servedUntil: null, windowId: null },
    ]);
  });

  it.each([
    ['P003 09:40', '应写成'],
    ['A003 09:40 10:05 窗口2 发票', '应写成'],
    ['P099 09:40 10:05 窗口2 发票', '没有预留过'],
    ['P901 09:40 10:05 窗口2 发票', '已过补录期限'],
    ['P003 09:40 10:05 窗口2 房产证', '不办理“房产证”'],
    ['P003 09:40 10:05 窗口7 发票', '没有这个窗口'],
    ['P003 09:40 10:05 发票', '没有写办理的窗口'],
    ['P003 08:20 10:05 窗口2 发票', '早于预留'],
    ['P003 09:40 13:05 窗口2 发票', '时间还没有到'],
    ['P003 10:05 09:40 窗口2 发票', '不晚于取号时间'],
  ])('%s is refused: %s', (line, reason) => {
    expect(reasonOf(line)).toContain(reason);
  });

  it('keeps the good lines when others are bad, and says which are', () => {
    const text = 'P003 09:40 10:05 窗口2 发票\nP003 09:41 10:05 窗口2 发票\nnonsense\nP004 09:50 未办 发票';
    const { accepted, refused } = readPaper(text, known());
    expect(accepted.map(({ number }) => number)).toEqual(['P003', 'P004']);
    expect(refused).toEqual([
      { line: 2, text: 'P003 09:41 10:05 窗口2 发票', reason: '与第1行是同一张号' },
      { line: 3, text: 'nonsense', reason: expect.stringContaining('应写成') as unknown as string },
    ]);
  });

  it('adds nothing the second time, and refuses another story about the same number', () => {
    const earlier = new Map([['P003', served]]);
    expect(readPaper('P003 09:40 10:05 窗口2 发票', known({ earlier }))).toEqual({ accepted: [], refused: [] });
    expect(reasonOf('P003 09:40 10:06 窗口2 发票', { earlier })).toContain('已补录过');
  });
});
