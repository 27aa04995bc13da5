import { type WindowStatusView, windowStateNames } from '@yiyun/shared';
import { StatusTag } from '../../../components/status-tag';
import { windowTones } from '../../../components/status-tones';
import styles from './board.module.css';

/** What a window does now, in two words. */
function WindowTag({ of: { state, reason, rostered, currentTicket } }: { of: WindowStatusView }) {
  if (state === 'closed' && rostered) return <StatusTag tone="attention">应开未开</StatusTag>;
  if (state === 'open' && !currentTicket) return <StatusTag tone="waiting">空闲</StatusTag>;
  return <StatusTag tone={windowTones[state]}>{state === 'paused' ? reason : windowStateNames[state]}</StatusTag>;
}

/** All windows: state, ticket, who sits there, how many were served. */
export function WindowsList({ windows }: { windows: readonly WindowStatusView[] }) {
  const open = windows.filter(({ state }) => state === 'open').length;
  const rostered = windows.filter((window) => window.rostered).length;
  return (
    <section className={styles.panel} aria-labelledby="windows-title">
      <h2 id="windows-title">
        窗口 <small>{`开着 ${open} 个，应开 ${rostered} 个`}</small>
      </h2>
      <table className={styles.windows}>
        <thead>
          <tr>
            <th scope="col">窗口</th>
            <th scope="col">状态</th>
            <th scope="col">号</th>
            <th scope="col">人员</th>
            <th scope="col">已办</th>
          </tr>
        </thead>
        <tbody>
          {windows.map((of) => (
            <tr key={of.id}>
              <th scope="row">{of.label}</th>
              <td>
                <WindowTag of={of} />
              </td>
              <td>{of.currentTicket?.number}</td>
              <td>{of.officer?.name}</td>
              <td>{of.servedToday}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {windows.length === 0 && <p>这个厅还没有窗口，请管理人员在“办税服务厅”里添加。</p>}
    </section>
  );
}
