import { describe, expect, it } from '@jest/globals';
import type { DayBoardView, StaffTicketView, TicketStatus, WindowStatusView } from '@yiyun/shared';
import { myWindow, withTicket, withWindow } from './board-changes';

const ticket = (id: string, status: TicketStatus, windowId?: string) =>
  ({
    id,
    number: id.toUpperCase(),
    status,
    drawnAt: 1,
    calledAt: 2,
    startedAt: null,
    window: windowId ? { id: windowId, label: windowId } : null,
  }) as StaffTicketView;
const window = (id: string, over: Partial<WindowStatusView> = {}) =>
  ({ id, label: id, state: 'open', officer: null, currentTicket: null, servedToday: 0, ...over }) as WindowStatusView;
const board = (over: Partial<DayBoardView>) =>
  ({ waiting: [], atWindows: [], missed: [], windows: [], ...over }) as DayBoardView;
const ids = (list: { id: string }[]) => list.map(({ id }) => id);

describe('the board after one’s own act', () => {
  it('a called ticket leaves the line and stands in its window’s hand', () => {
    const before = board({ waiting: [ticket('a1', 'waiting'), ticket('a2', 'waiting')], windows: [window('w1')] });
    const after = withTicket(before, ticket('a1', 'called', 'w1'));
    expect(ids(after.waiting)).toEqual(['a2']);
    expect(ids(after.atWindows)).toEqual(['a1']);
    expect(after.windows[0]?.currentTicket).toEqual({ id: 'a1', number: 'A1', status: 'called', sinceAt: 2 });
  });

  it('a finished one leaves the hand and counts', () => {
    const hand = { id: 'a1', number: 'A1', status: 'serving' as const, sinceAt: 2 };
    const before = board({
      atWindows: [ticket('a1', 'serving', 'w1')],
      windows: [window('w1', { currentTicket: hand }), window('w2')],
    });
    const after = withTicket(before, ticket('a1', 'done', 'w1'));
    expect(after.atWindows).toEqual([]);
    expect(after.windows.map(({ currentTicket, servedToday }) => [currentTicket, servedToday])).toEqual([
      [null, 1],
      [null, 0],
    ]);
  });

  it('a missed one stands among the missed, a parked one stays at its window and frees the hand', () => {
    const hand = { id: 'a1', number: 'A1', status: 'called' as const, sinceAt: 2 };
    const before = board({
      atWindows: [ticket('a1', 'called', 'w1')],
      windows: [window('w1', { currentTicket: hand })],
    });
    expect(ids(withTicket(before, ticket('a1', 'missed')).missed)).toEqual(['a1']);
    const parked = withTicket(before, ticket('a1', 'parked', 'w1'));
    expect(ids(parked.atWindows)).toEqual(['a1']);
    expect(parked.windows[0]?.currentTicket).toBeNull();
    expect(parked.windows[0]?.servedToday).toBe(0);
  });

  it('only the changed window changes', () => {
    const before = board({ windows: [window('w1'), window('w2')] });
    const after = withWindow(before, window('w2', { state: 'paused', reason: '午休' }));
    expect(after.windows.map(({ state }) => state)).toEqual(['open', 'paused']);
  });
});

describe('where one sits', () => {
  const me = { id: 'me', name: '王芳' };

  it('is the window with one’s name, with the ticket in hand and those put aside there', () => {
    const found = myWindow(
      board({
        windows: [
          window('w1', { officer: { id: 'other', name: '李强' } }),
          window('w2', {
            officer: me,
            currentTicket: { id: 'a1', number: 'A1', status: 'serving', sinceAt: 2 },
          }),
        ],
        atWindows: [ticket('a1', 'serving', 'w2'), ticket('a2', 'parked', 'w2'), ticket('a3', 'parked', 'w1')],
      }),
      'me',
    );
    expect(found?.window.id).toBe('w2');
    expect(found?.ticket?.id).toBe('a1');
    expect(ids(found?.parked ?? [])).toEqual(['a2']);
  });

  it('is nowhere once the window is closed', () => {
    expect(myWindow(board({ windows: [window('w1', { officer: me, state: 'closed' })] }), 'me')).toBeUndefined();
  });
});
