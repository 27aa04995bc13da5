import { type HallScreenView, laneNames, localDateOf, windowStateNames } from '@yiyun/shared';
import { useEffect } from 'react';
import { useParams } from 'react-router';
import { clockTime, fullDate } from '../../lib/time';
import { type Call, callKey, sayAge, spoken } from './announced';
import styles from './screen.module.css';
import { type ScreenState, useScreen } from './use-screen';

/** What hangs on the wall of the hall: who is called where, who comes next, how the windows stand. No name, no phone. */
export function ScreenPage() {
  const { hallId = '' } = useParams();
  const screen = useScreen(hallId);
  const { view } = screen;
  useEffect(() => {
    document.title = `叫号屏 · ${view?.hallName ?? '一云办税'}`;
  }, [view?.hallName]);
  return (
    // A touch lets the browser make sounds; there is nothing else to act on.
    <div className={styles.screen} role="presentation" onPointerDown={screen.touch}>
      <ScreenHead screen={screen} />
      {view ? (
        <main className={styles.body}>
          <Calls screen={screen} view={view} />
          <aside className={styles.side}>
            <Waiting view={view} />
            <Windows view={view} />
          </aside>
        </main>
      ) : (
        <main className={styles.nothing}>
          <h1>叫号屏</h1>
          <p>{screen.staleMs === undefined ? '正在连接…' : '连不上服务器，正在重试。请留意窗口人员的招呼。'}</p>
        </main>
      )}
      <footer className={styles.foot}>
        <span>{view?.notice ?? '过号请到导税台；手机扫号票上的码，可以看前面还有几人'}</span>
        {screen.sound === 'silent' && <span>声音没有打开，请点一下屏幕</span>}
      </footer>
    </div>
  );
}

function ScreenHead({ screen: { view, staleMs, at } }: { screen: ScreenState }) {
  return (
    <header className={styles.head}>
      <strong>{view?.hallName}</strong>
      <span role="status" className={styles.state} data-lost={staleMs !== undefined || undefined}>
        {view && staleMs !== undefined && `与服务器断开，显示的是 ${sayAge(staleMs)}前的情况，正在重连`}
        {view && staleMs === undefined && !view.open && '现在不是办公时间'}
      </span>
      <time>
        {fullDate(at).slice(5)} {clockTime(at)}
      </time>
      <span className="visually-hidden">{localDateOf(at)}</span>
    </header>
  );
}

/** Rows of the list below what stands on top; more would not be read from afar. */
const ROWS = 6;

function Calls({ screen: { onTop, list }, view }: { screen: ScreenState; view: HallScreenView }) {
  const rows = list.slice(0, Math.max(2, ROWS - onTop.length * 2));
  return (
    <section className={styles.calls} aria-label="叫号">
      <h1 className="visually-hidden">{view.hallName}叫号屏</h1>
      <p className="visually-hidden" aria-live="assertive">
        {onTop[0] && spoken(onTop[0])}
      </p>
      {onTop.map((call) => (
        <div key={callKey(call)} className={styles.top}>
          <span>请</span>
          <strong>{call.number}</strong>
          <span>到 {call.windowLabel}</span>
        </div>
      ))}
      <ol className={styles.list}>
        {rows.map((call) => (
          <Row key={callKey(call)} call={call} />
        ))}
      </ol>
      {onTop.length + rows.length === 0 && <p className={styles.quiet}>还没有叫号</p>}
    </section>
  );
}

const Row = ({ call }: { call: Call }) => (
  <li>
    <strong>{call.number}</strong>
    <span>{call.windowLabel}</span>
  </li>
);

function Waiting({ view }: { view: HallScreenView }) {
  return (
    <section aria-labelledby="waiting" className={styles.waiting}>
      <h2 id="waiting">等候</h2>
      <dl>
        {view.waiting.map(({ lane, count, next }) => (
          <div key={lane}>
            <dt>{laneNames[lane]}</dt>
            <dd>
              <strong>{count}</strong> 人
            </dd>
            <dd className={styles.next}>{next.slice(0, 2).join(' ')}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function Windows({ view }: { view: HallScreenView }) {
  return (
    <section aria-labelledby="windows" className={styles.windows}>
      <h2 id="windows">窗口</h2>
      <ul>
        {view.windows.map(({ label, state, reason, number }) => (
          <li key={label} data-state={state}>
            <span>{label}</span>
            <b>{state === 'open' ? (number ?? '空闲') : (reason ?? windowStateNames[state])}</b>
          </li>
        ))}
      </ul>
    </section>
  );
}
