import { type DayBoardView, localDateOf } from '@yiyun/shared';
import { Skeleton } from 'antd';
import { useMemo, useState } from 'react';
import { useNavigate } from 'react-router';
import { asFailure } from '../../../api/errors';
import { ErrorResult } from '../../../components/error-result';
import { KeyButton } from '../../../components/key-button';
import { Page } from '../../../layout/page';
import { timeOf, useNow } from '../../../lib/clock';
import { clockTime } from '../../../lib/time';
import { useHall } from '../../../session/hall';
import { useMe, worksAt } from '../../../session/me';
import { TicketDialog } from '../tickets/ticket-dialog';
import { AsideList } from './aside-list';
import styles from './board.module.css';
import { BoardAlerts } from './board-alerts';
import { myWindow, withTicket } from './board-changes';
import { Emergency } from './emergency';
import { BoardFigures } from './figures';
import { MyWindow } from './my-window';
import { TodaysAppointments } from './todays-appointments';
import { useBoard, useBoardCache } from './use-board';
import { WaitingList } from './waiting-list';
import { WindowsList } from './windows-list';

/** The first screen of the counter: one's window and the ticket in hand, who waits, how the windows stand. */
export function BoardPage() {
  const hall = useHall();
  const now = useNow();
  const navigate = useNavigate();
  const query = useBoard(hall.id);
  const board = query.data?.on === localDateOf(now) || !query.error ? query.data : undefined;
  const isHere = worksAt(useMe(), hall.id);
  return (
    <Page
      title="当日看板"
      lead={board && <BoardAlerts board={board} />}
      actions={
        isHere && (
          <>
            {board?.figures.crowded && <Emergency board={board} />}
            <KeyButton label="导税台" onClick={() => void navigate('/counter/desk')} />
          </>
        )
      }
    >
      {query.error && (
        <ErrorResult
          title={board ? `没能更新，这是 ${clockTime(timeOf(query.dataUpdatedAt))} 的情况` : '没能读取看板'}
          error={asFailure(query.error)}
          onRetry={() => void query.refetch()}
        />
      )}
      {!board && !query.error && <Skeleton />}
      {board && <Board board={board} query={query} isHere={isHere} />}
    </Page>
  );
}

interface BoardProps {
  board: DayBoardView;
  query: ReturnType<typeof useBoard>;
  isHere: boolean;
}

function Board({ board, query, isHere }: BoardProps) {
  const me = useMe();
  const [openId, setOpen] = useState<string>();
  const { change } = useBoardCache(board.hallId);
  const aside = useMemo(
    () => [...board.missed, ...board.atWindows.filter(({ status }) => status === 'parked')],
    [board.missed, board.atWindows],
  );
  const opened = [...board.waiting, ...board.atWindows, ...board.missed].find(({ id }) => id === openId);
  const mine = myWindow(board, me.id)?.window;
  return (
    <>
      <BoardFigures board={board} />
      <div className={isHere ? styles.withWindow : styles.withoutWindow}>
        {isHere && <MyWindow board={board} onOpen={setOpen} />}
        <div className={styles.column}>
          <WaitingList board={board} reading={query} onOpen={setOpen} />
          <TodaysAppointments />
        </div>
        <div className={styles.column}>
          <WindowsList windows={board.windows} />
          <AsideList tickets={aside} reading={query} onOpen={setOpen} />
        </div>
      </div>
      <TicketDialog
        of={opened}
        myWindow={mine}
        onChanged={async (ticket) => {
          setOpen(undefined);
          await change((last) => withTicket(last, ticket));
        }}
        onClose={() => setOpen(undefined)}
      />
    </>
  );
}
