import type { DayBoardView } from '@yiyun/shared';
import { Modal, Select } from 'antd';
import { useState } from 'react';
import { api } from '../../../api/client';
import { useSubmit } from '../../../api/use-submit';
import { ErrorResult } from '../../../components/error-result';
import { KeyButton } from '../../../components/key-button';
import { ShortcutLayer } from '../../../shortcuts/use-shortcut';
import styles from './board.module.css';
import { useBoardCache } from './use-board';

/** 应急窗口: one more window while too many wait. Who presses sits there; the duty leader is told. */
export function Emergency({ board }: { board: DayBoardView }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <KeyButton type="primary" label="开应急窗口" combo="alt+q" onClick={() => setOpen(true)} />
      <Modal
        title="开应急窗口"
        open={isOpen}
        onCancel={() => setOpen(false)}
        footer={null}
        width="32rem"
        destroyOnHidden
      >
        <ShortcutLayer>
          <EmergencyForm board={board} onClose={() => setOpen(false)} />
        </ShortcutLayer>
      </Modal>
    </>
  );
}

function EmergencyForm({ board, onClose }: { board: DayBoardView; onClose: () => void }) {
  const { hallId, dutyLeader } = board;
  const closed = board.windows.filter(({ state }) => state === 'closed');
  const [windowId, setWindow] = useState(closed[0]?.id);
  const { change } = useBoardCache(hallId);
  const open = useSubmit(
    (body: { windowId: string }, idempotencyKey) =>
      api.queue.openEmergency({ params: { hallId }, body }, { idempotencyKey }),
    {
      onDone: async (next) => {
        await change(() => next);
        onClose();
      },
    },
  );
  if (closed.length === 0) return <p>所有窗口都开着，没有可以加开的窗口。</p>;
  return (
    <div className={styles.form}>
      <p>
        您在选定的窗口开窗叫号，记为应急窗口。
        {dutyLeader ? `值班领导${dutyLeader.name}会看到。` : '这个厅没有指定值班领导。'}
      </p>
      <label htmlFor="emergency-window">在哪个窗口</label>
      <Select
        id="emergency-window"
        autoFocus
        value={windowId}
        options={closed.map(({ id, label }) => ({ value: id, label }))}
        onChange={setWindow}
      />
      {open.error && <ErrorResult title="没能开应急窗口" error={open.error} />}
      <div className={styles.buttons}>
        <KeyButton label="返回" onClick={onClose} />
        <KeyButton
          type="primary"
          label="开应急窗口"
          combo="ctrl+enter"
          loading={open.isPending}
          onClick={() => windowId && open.mutate({ windowId })}
        />
      </div>
    </div>
  );
}
