import { Modal } from 'antd';
import type { ReactNode } from 'react';
import type { Failure } from '../api/errors';
import { ShortcutLayer } from '../shortcuts/use-shortcut';
import styles from './act-modal.module.css';
import { ErrorResult } from './error-result';
import { KeyButton } from './key-button';

export interface ActModalProps {
  open: boolean;
  /** The act as a question: 确认张三的预约？ */
  title: string;
  /** What will happen, and to whom. */
  effect: ReactNode;
  /** The act's own name on the button: 确认预约, never 确定. */
  actLabel: string;
  /** For what can't be undone: the button is red and the way back has the focus. */
  isFinal?: boolean;
  isBusy?: boolean;
  /** The last attempt's failure; what was typed stays. */
  error?: Failure | null;
  onAct: () => void;
  onClose: () => void;
  children?: ReactNode;
}

/** The frame of every dialog that does something: what will happen, the act, the way back, its keys, its failure. */
export function ActModal(props: ActModalProps) {
  const { open, title, isBusy, onClose } = props;
  return (
    <Modal
      title={title}
      open={open}
      onCancel={onClose}
      closable={!isBusy}
      keyboard={!isBusy}
      mask={{ closable: false }}
      footer={null}
      width="36rem"
      destroyOnHidden
    >
      <ShortcutLayer>
        <ActBody {...props} />
      </ShortcutLayer>
    </Modal>
  );
}

function ActBody({ effect, actLabel, isFinal, isBusy, error, onAct, onClose, children }: ActModalProps) {
  const hasForm = children !== undefined;
  const isRuledOut = error?.code === 'request.not_available';
  return (
    <>
      <div className={styles.effect}>{effect}</div>
      {children}
      {error && <ErrorResult title={`没能${actLabel}`} error={error} />}
      <div className={styles.buttons}>
        <KeyButton label="返回" autoFocus={!hasForm && isFinal} onClick={onClose} disabled={isBusy} />
        <KeyButton
          autoFocus={!hasForm && !isFinal}
          type="primary"
          danger={isFinal}
          label={error && !isRuledOut ? `再试一次：${actLabel}` : actLabel}
          disabled={isRuledOut}
          combo="ctrl+enter"
          loading={isBusy}
          onClick={onAct}
        />
      </div>
    </>
  );
}
