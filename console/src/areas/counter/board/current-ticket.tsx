import { type DayBoardView, laneNames, MINUTE_MS, priorityReasonNames, type StaffTicketView } from '@yiyun/shared';
import { useState } from 'react';
import { ErrorResult } from '../../../components/error-result';
import { KeyButton } from '../../../components/key-button';
import { StatusTag } from '../../../components/status-tag';
import { ticketTones } from '../../../components/status-tones';
import { useNow } from '../../../lib/clock';
import { clockTime } from '../../../lib/time';
import { useHall } from '../../../session/hall';
import { AddMatterDialog } from '../tickets/add-matter-dialog';
import { ParkDialog } from '../tickets/park-dialog';
import { TicketCases } from '../tickets/ticket-cases';
import { TransferDialog } from '../tickets/transfer-dialog';
import { type MyWindow, withTicket } from './board-changes';
import styles from './my-window.module.css';
import { QuickButton } from './quick-button';
import { useBoardCache } from './use-board';
import { orderOf, type QuickAct, quickActNames, useWindowActs } from './use-window-acts';

const keys: [QuickAct, string][] = [
  ['callNext', 'f2'],
  ['recall', 'f4'],
  ['start', 'f8'],
  ['finish', 'f9'],
];

/** The act that comes next in the ordinary course. */
function mainAct({ ticket, parked, window }: MyWindow): QuickAct {
  if (ticket) return ticket.status === 'called' ? 'start' : 'finish';
  return parked.length > 0 && window.state === 'paused' ? 'start' : 'callNext';
}

/** The ticket in hand, large, and everything that can be done with it; every act keeps its place. */
export function CurrentTicket({ mine, board }: { mine: MyWindow; board: DayBoardView }) {
  const hall = useHall();
  const acts = useWindowActs(hall.id);
  const { change } = useBoardCache(hall.id);
  const [dialog, setDialog] = useState<'park' | 'transfer' | 'addMatter'>();
  const { ticket } = mine;
  const may = (action: 'park' | 'transfer') => ticket?.availableActions.includes(action) ?? false;
  const changed = (next: StaffTicketView) => change((last) => withTicket(last, next));
  const close = () => setDialog(undefined);
  const main = mainAct(mine);
  return (
    <>
      <div className={styles.ticket}>{ticket ? <InHand of={ticket} /> : <NobodyHere mine={mine} />}</div>
      <div className={styles.acts}>
        {keys.map(([act, combo]) => (
          <QuickButton
            key={act}
            label={act === 'start' && !ticket && mine.parked.length > 0 ? '继续暂放' : quickActNames[act]}
            combo={combo}
            may={orderOf(act, mine) !== undefined}
            isMain={act === main}
            onPress={() => acts.press(act)}
          />
        ))}
        <KeyButton label="暂放" combo="alt+z" disabled={!may('park')} onClick={() => setDialog('park')} />
        <KeyButton label="转办" combo="alt+x" disabled={!may('transfer')} onClick={() => setDialog('transfer')} />
        <QuickButton
          label="过号"
          combo="alt+g"
          may={orderOf('miss', mine) !== undefined}
          isMain={false}
          onPress={() => acts.press('miss')}
        />
        <KeyButton label="加办事项" combo="alt+m" disabled={!may('park')} onClick={() => setDialog('addMatter')} />
      </div>
      <div role="status" className={styles.said}>
        {acts.note}
      </div>
      {acts.failed && <ErrorResult title={`没能${quickActNames[acts.failed.act]}`} error={acts.failed.failure} />}
      {ticket && <TicketCases of={ticket} />}
      {ticket && (
        <>
          <ParkDialog of={ticket} open={dialog === 'park'} onChanged={changed} onClose={close} />
          <TransferDialog
            of={ticket}
            windows={board.windows}
            open={dialog === 'transfer'}
            onChanged={changed}
            onClose={close}
          />
          <AddMatterDialog of={ticket} open={dialog === 'addMatter'} onChanged={changed} onClose={close} />
        </>
      )}
    </>
  );
}

function InHand({ of }: { of: StaffTicketView }) {
  const now = useNow(10_000);
  const { number, status, lane, priorityReason, matters, person, appointment, calledAt, startedAt, transfers } = of;
  const since = startedAt ?? calledAt;
  const minutes = since === null ? 0 : Math.max(0, Math.floor((now - since) / MINUTE_MS));
  const last = transfers.at(-1);
  return (
    <>
      <strong className={styles.number}>{number}</strong>
      <p className={styles.line}>
        <StatusTag tone={ticketTones[status]}>
          {status === 'called' ? '已叫号' : '办理中'} {minutes} 分钟
        </StatusTag>
        <span>
          {laneNames[lane]}
          {priorityReason && `（${priorityReasonNames[priorityReason]}）`}
        </span>
      </p>
      <ul className={styles.matters}>
        {matters.map(({ id, name }) => (
          <li key={id}>{name}</li>
        ))}
      </ul>
      <p className={styles.quiet}>
        {person ? `${person.name} ${person.maskedPhone}` : '没有登记姓名'}
        {appointment && ` · 预约 ${clockTime(appointment.startsAt)}`}
      </p>
      {appointment?.note && <p className={styles.quiet}>备注：{appointment.note}</p>}
      {last && (
        <p className={styles.quiet}>
          {last.from}转来：{last.reason}
        </p>
      )}
    </>
  );
}

function NobodyHere({ mine: { window, parked } }: { mine: MyWindow }) {
  return (
    <>
      <strong className={styles.nobody}>{window.state === 'paused' ? '暂停中' : '没有在办的号'}</strong>
      <p className={styles.quiet}>
        今天已办 {window.servedToday} 位{parked.length > 0 && `，暂放 ${parked.length} 位`}。
        {window.state === 'open' && '按 F2 叫下一位。'}
      </p>
    </>
  );
}
