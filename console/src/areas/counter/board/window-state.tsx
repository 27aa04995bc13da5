import { type SetWindowStateBody, type WindowStatusView, windowStateNames } from '@yiyun/shared';
import { useState } from 'react';
import { api } from '../../../api/client';
import { useSubmit } from '../../../api/use-submit';
import { ConfirmAct } from '../../../components/confirm-act';
import { FailureModal } from '../../../components/failure-modal';
import { KeyButton } from '../../../components/key-button';
import { StatusTag } from '../../../components/status-tag';
import { windowTones } from '../../../components/status-tones';
import { clockTime } from '../../../lib/time';
import { withWindow } from './board-changes';
import styles from './my-window.module.css';
import { PauseDialog } from './pause-dialog';
import { useBoardCache } from './use-board';

/** The state of one's window, and to pause, go on and close. */
export function WindowState({ of, hallId }: { of: WindowStatusView; hallId: string }) {
  const { id: windowId, label, state, reason, since, currentTicket } = of;
  const params = { windowId };
  const { change } = useBoardCache(hallId);
  const [dialog, setDialog] = useState<'pause' | 'close'>();
  const close = () => setDialog(undefined);
  const changed = (window: WindowStatusView) => change((board) => withWindow(board, window));
  const resume = useSubmit(
    (body: SetWindowStateBody, idempotencyKey) => api.queue.setWindowState({ params, body }, { idempotencyKey }),
    { onDone: changed },
  );
  return (
    <header className={styles.state}>
      <h2>{label}</h2>
      <StatusTag tone={windowTones[state]}>{state === 'open' ? '开着' : (reason ?? windowStateNames[state])}</StatusTag>
      {since !== null && <span>{clockTime(since)} 起</span>}
      <div>
        {state === 'paused' ? (
          <KeyButton
            size="small"
            type="primary"
            label="恢复"
            combo="alt+p"
            loading={resume.isPending}
            onClick={() => resume.mutate({ state: 'open' })}
          />
        ) : (
          <KeyButton size="small" label="暂停" combo="alt+p" onClick={() => setDialog('pause')} />
        )}
        <KeyButton size="small" label="关窗" combo="alt+o" onClick={() => setDialog('close')} />
      </div>
      <PauseDialog open={dialog === 'pause'} of={of} onChanged={changed} onClose={close} />
      <ConfirmAct<SetWindowStateBody>
        open={dialog === 'close'}
        title={`关闭${label}？`}
        effect={
          <p>
            {currentTicket
              ? `${currentTicket.number} 号还在您手里，办完、转办或过号后才能关窗。`
              : '之后不再向这个窗口叫号，暂放在这里的号要先转办。别人可以在这个窗口开窗。'}
          </p>
        }
        body={{ state: 'closed' }}
        actLabel="关窗"
        onConfirm={async (body, idempotencyKey) =>
          changed(await api.queue.setWindowState({ params, body }, { idempotencyKey }))
        }
        onClose={close}
      />
      <FailureModal title="没能恢复办理" failure={resume.error} onClose={resume.reset} />
    </header>
  );
}
