import { describe, expect, it } from '@jest/globals';
import type { HallScreenView } from '@yiyun/shared';
import { arrange, type Call, ON_TOP_MS, sayAge, see, spoken } from './announced';

const call = (number: string, calledAt: number, recallCount = 0): Call => ({
  number,
  windowLabel: '3号窗口',
  calledAt,
  recallCount,
});
const view = (at: number, ...calls: Call[]): HallScreenView => ({
  hallName: '某厅',
  at,
  open: true,
  calls,
  waiting: [],
  windows: [],
  notice: null,
});
const AT = 1_000_000;
const numbers = (calls: Call[]) => calls.map(({ number }) => number);

describe('what a screen announces', () => {
  it('on switching on only what was called in the last seconds', () => {
    const { fresh } = see(undefined, view(AT, call('A002', AT - 3_000), call('A001', AT - 60_000)), AT);
    expect(numbers(fresh)).toEqual(['A002']);
  });

  it('every new call once, in the order of calling', () => {
    const first = see(undefined, view(AT, call('A001', AT - 60_000)), AT);
    const calls = [call('A003', AT + 2_000), call('A002', AT + 1_000), call('A001', AT - 60_000)];
    const second = see(first.seen, view(AT + 2_500, ...calls), AT + 2_500);
    expect(numbers(second.fresh)).toEqual(['A002', 'A003']);
    expect(see(second.seen, view(AT + 4_500, ...calls), AT + 4_500).fresh).toEqual([]);
  });

  it('a recall again', () => {
    const first = see(undefined, view(AT, call('A001', AT - 60_000)), AT);
    const again = see(first.seen, view(AT + 100, call('A001', AT - 60_000, 1)), AT + 100);
    expect(numbers(again.fresh)).toEqual(['A001']);
  });

  it('by the clock of this computer, whatever the server’s says', () => {
    const skewed = AT + 3_600_000;
    const { seen } = see(undefined, view(AT, call('A001', AT - 1_000)), skewed);
    expect(numbers(arrange([call('A001', AT - 1_000)], seen, skewed + 1_000).onTop)).toEqual(['A001']);
  });
});

describe('what stands on top', () => {
  it('the newest for ten seconds, then it joins the list', () => {
    const calls = [call('A002', AT), call('A001', AT - 60_000)];
    const { seen } = see(undefined, view(AT, ...calls), AT);
    expect(numbers(arrange(calls, seen, AT + ON_TOP_MS - 1).onTop)).toEqual(['A002']);
    const later = arrange(calls, seen, AT + ON_TOP_MS);
    expect(later.onTop).toEqual([]);
    expect(numbers(later.list)).toEqual(['A002', 'A001']);
  });

  it('two at most: a third one pushes the oldest into the list', () => {
    const calls = [call('A003', AT), call('A002', AT), call('A001', AT)];
    const { seen } = see(undefined, view(AT, ...calls), AT);
    const { onTop, list } = arrange(calls, seen, AT);
    expect(numbers(onTop)).toEqual(['A003', 'A002']);
    expect(numbers(list)).toEqual(['A001']);
  });
});

describe('words', () => {
  it('digits are spoken one by one', () => {
    expect(spoken(call('A012', 0))).toBe('请 A 零 一 二 号，到3号窗口');
  });

  it('the age of what is shown', () => {
    expect(sayAge(45_400)).toBe('45 秒');
    expect(sayAge(200_000)).toBe('3 分钟');
  });
});
