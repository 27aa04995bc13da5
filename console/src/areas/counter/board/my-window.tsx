import type { DayBoardView } from '@yiyun/shared';
import { useMe } from '../../../session/me';
import { myWindow } from './board-changes';
import { ChooseWindow } from './choose-window';
import { CurrentTicket } from './current-ticket';
import styles from './my-window.module.css';
import { ParkedTickets } from './parked-tickets';
import { WindowState } from './window-state';

/** One's own window, always at the same place: its state, the ticket in hand, the acts with their keys. */
export function MyWindow({ board, onOpen }: { board: DayBoardView; onOpen: (ticketId: string) => void }) {
  const mine = myWindow(board, useMe().id);
  return (
    <section className={styles.box} aria-label="我的窗口">
      {mine ? (
        <>
          <WindowState of={mine.window} hallId={board.hallId} />
          <CurrentTicket mine={mine} board={board} />
          <ParkedTickets tickets={mine.parked} onOpen={onOpen} />
        </>
      ) : (
        <ChooseWindow board={board} />
      )}
    </section>
  );
}
