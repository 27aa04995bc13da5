import { pauseReasons, type SetWindowStateBody, type WindowStatusView } from '@yiyun/shared';
import { Modal } from 'antd';
import { api } from '../../../api/client';
import { useSubmit } from '../../../api/use-submit';
import { ErrorResult } from '../../../components/error-result';
import { KeyButton } from '../../../components/key-button';
import { ShortcutLayer } from '../../../shortcuts/use-shortcut';
import styles from './my-window.module.css';

interface PauseDialogProps {
  open: boolean;
  of: WindowStatusView;
  onChanged: (window: WindowStatusView) => unknown;
  onClose: () => void;
}

/** Why the window pauses: one digit. The reason stands on the hall's screen. */
export function PauseDialog({
  open,
  of: { id: windowId, label, currentTicket },
  onChanged,
  onClose,
}: PauseDialogProps) {
  const pause = useSubmit(
    (body: SetWindowStateBody, idempotencyKey) =>
      api.queue.setWindowState({ params: { windowId }, body }, { idempotencyKey }),
    {
      onDone: async (window) => {
        await onChanged(window);
        onClose();
      },
    },
  );
  const close = () => {
    pause.reset();
    onClose();
  };
  return (
    <Modal title={`为什么暂停${label}？`} open={open} onCancel={close} footer={null} width="30rem" destroyOnHidden>
      <ShortcutLayer>
        <p>
          暂停期间不向这个窗口叫号，原因会显示在叫号屏上。
          {currentTicket && `您手里的 ${currentTicket.number} 号不受影响，办完为止。`}
        </p>
        <div className={styles.reasons}>
          {pauseReasons.map((reason, index) => (
            <KeyButton
              key={reason}
              label={reason}
              combo={String(index + 1)}
              autoFocus={index === 0}
              disabled={pause.isPending}
              onClick={() => pause.mutate({ state: 'paused', reason })}
            />
          ))}
        </div>
        {pause.error && <ErrorResult title="没能暂停" error={pause.error} />}
      </ShortcutLayer>
    </Modal>
  );
}
