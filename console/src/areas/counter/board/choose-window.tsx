import type { DayBoardView, SetWindowStateBody, WindowStatusView } from '@yiyun/shared';
import { Select } from 'antd';
import { useState } from 'react';
import { api } from '../../../api/client';
import { useSubmit } from '../../../api/use-submit';
import { ErrorResult } from '../../../components/error-result';
import { KeyButton } from '../../../components/key-button';
import { withWindow } from './board-changes';
import styles from './my-window.module.css';
import { useBoardCache } from './use-board';

const KEY = 'yiyun.console.window';
const isFree = ({ state }: WindowStatusView) => state === 'closed';

const sayWindow = ({ label, officer, state, rostered }: WindowStatusView): string => {
  if (state !== 'closed') return `${label}（${officer?.name ?? '有人'}）`;
  return rostered ? `${label}（应开）` : label;
};

/** Sitting down: choose a free window and open it. The window of the last time is offered first. */
export function ChooseWindow({ board: { hallId, windows } }: { board: DayBoardView }) {
  const [picked, setPicked] = useState<string>();
  const { change } = useBoardCache(hallId);
  const usual = windows.find(({ id }) => id === localStorage.getItem(KEY));
  const free = windows.filter(isFree);
  const chosen = [picked, usual?.id, free.find(({ rostered }) => rostered)?.id, free[0]?.id].find((id) =>
    free.some((window) => window.id === id),
  );
  const open = useSubmit(
    ({ windowId, ...body }: SetWindowStateBody & { windowId: string }, idempotencyKey) =>
      api.queue.setWindowState({ params: { windowId }, body }, { idempotencyKey }),
    { onDone: (opened) => change((board) => withWindow(board, opened)) },
  );
  const sitDown = () => {
    if (!chosen) return;
    localStorage.setItem(KEY, chosen);
    open.mutate({ windowId: chosen, state: 'open' });
  };
  return (
    <div className={styles.choose}>
      <h2>您还没有开窗</h2>
      <label htmlFor="my-window">我坐在</label>
      <Select
        id="my-window"
        value={chosen}
        placeholder="没有空着的窗口"
        options={windows.map((window) => ({ value: window.id, label: sayWindow(window), disabled: !isFree(window) }))}
        onChange={setPicked}
      />
      {open.error && <ErrorResult title="没能开窗" error={open.error} />}
      <KeyButton
        type="primary"
        size="large"
        label="开窗"
        combo="alt+o"
        disabled={!chosen}
        loading={open.isPending}
        onClick={sitDown}
      />
      <p>开窗后按 F2 叫号。窗口开着的时间会计入窗口开设率，离开时请暂停或关窗。</p>
    </div>
  );
}
