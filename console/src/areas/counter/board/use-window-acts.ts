import type { StaffTicketView, TicketAction } from '@yiyun/shared';
import { useRef, useState } from 'react';
import { api } from '../../../api/client';
import type { Failure } from '../../../api/errors';
import { useSubmit } from '../../../api/use-submit';
import { useMe } from '../../../session/me';
import { type MyWindow, myWindow, withTicket } from './board-changes';
import { TypeAhead } from './type-ahead';
import { useBoardCache } from './use-board';

/** Acts of one press at one's own window. */
export type QuickAct = 'callNext' | 'recall' | 'start' | 'finish' | 'miss';
export const quickActNames: Record<QuickAct, string> = {
  callNext: '叫下一位',
  recall: '重呼',
  start: '开始办理',
  finish: '办完',
  miss: '过号',
};

interface Order {
  act: 'callNext' | 'recall' | 'start' | 'resume' | 'finish' | 'miss';
  windowId: string;
  ticketId: string;
  version: number;
}

/** What a press means now; undefined when there is nothing to do it to. `start` goes on with what was put aside, too. */
export function orderOf(act: QuickAct, { window, ticket, parked }: MyWindow): Order | undefined {
  const windowId = window.id;
  if (act === 'callNext') {
    return window.state === 'open' && !window.currentTicket ? { act, windowId, ticketId: '', version: 0 } : undefined;
  }
  const of = ticket ?? (act === 'start' ? parked[0] : undefined);
  const action: TicketAction = act === 'start' && of === parked[0] ? 'resume' : act;
  if (!of?.availableActions.includes(action)) return undefined;
  return { act: action as Order['act'], windowId, ticketId: of.id, version: of.version };
}

async function send(
  { act, windowId, ticketId, version }: Order,
  idempotencyKey: string,
): Promise<StaffTicketView | null> {
  const options = { idempotencyKey };
  if (act === 'callNext') return (await api.queue.callNext({ params: { windowId } }, options)).ticket;
  return api.queue[act]({ params: { ticketId }, body: { version } }, options);
}

/** What the keys of one's own window do. */
export interface WindowActs {
  press: (act: QuickAct) => void;
  isBusy: boolean;
  /** The act that failed last, with its failure. */
  failed?: { act: QuickAct; failure: Failure };
  /** What else there is to say about the last press: nobody waits. */
  note: string;
}

/** The quick acts of one's own window: pressed ahead of the answer, they are done one after another. */
export function useWindowActs(hallId: string): WindowActs {
  const me = useMe();
  const { peek, change } = useBoardCache(hallId);
  const [note, setNote] = useState('');
  const [act, setAct] = useState<QuickAct>('callNext');
  const submit = useSubmit(send, {
    onDone: async (ticket) => {
      setNote(ticket ? '' : '现在没有可以叫的号。');
      if (ticket) await change((board) => withTicket(board, ticket));
    },
  });
  const run = async (pressed: QuickAct): Promise<boolean> => {
    const board = peek();
    const mine = board && myWindow(board, me.id);
    const order = mine && orderOf(pressed, mine);
    setAct(pressed);
    setNote(order ? '' : `现在不能“${quickActNames[pressed]}”。`);
    if (!order) return false;
    return submit.mutateAsync(order).then(
      () => true,
      () => false,
    );
  };
  const latest = useRef(run);
  latest.current = run;
  const [ahead] = useState(() => new TypeAhead<QuickAct>((pressed) => latest.current(pressed)));
  return {
    press: (pressed) => void ahead.press(pressed),
    isBusy: submit.isPending,
    failed: submit.error ? { act, failure: submit.error } : undefined,
    note,
  };
}
