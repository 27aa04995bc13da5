import { Button, Input } from 'antd';
import { type ComponentRef, useId, useRef, useState } from 'react';
import { useSubmit } from '../api/use-submit';
import { ActModal, type ActModalProps } from './act-modal';
import styles from './reason-modal.module.css';

const MAX_LENGTH = 200;

export interface ReasonModalProps
  extends Pick<ActModalProps, 'open' | 'title' | 'effect' | 'actLabel' | 'isFinal' | 'onClose'> {
  /** The question above the field: 为什么不能接受这个预约？ */
  question: string;
  /** Frequent reasons; one press fills the field, which can still be changed. */
  presets?: readonly string[];
  /** Does it with the trimmed reason. The dialog closes when it is done; when it fails, what was typed stays. */
  onSubmit: (reason: string, idempotencyKey: string) => Promise<unknown>;
}

/** An act that needs a reason, which the taxpayer will read. */
export function ReasonModal({ question, presets = [], onSubmit, ...frame }: ReasonModalProps) {
  const [reason, setReason] = useState('');
  const [isMissing, setMissing] = useState(false);
  const field = useRef<ComponentRef<typeof Input.TextArea>>(null);
  const id = useId();
  const close = () => {
    setReason('');
    setMissing(false);
    act.reset();
    frame.onClose();
  };
  const act = useSubmit(onSubmit, { onDone: close });
  const submit = () => {
    const text = reason.trim();
    setMissing(!text);
    if (text) act.mutate(text);
    else field.current?.focus();
  };

  return (
    <ActModal {...frame} isBusy={act.isPending} error={act.error} onAct={submit} onClose={close}>
      <label htmlFor={id} className={styles.question}>
        {question}
      </label>
      {presets.length > 0 && (
        <div className={styles.presets}>
          {presets.map((preset) => (
            <Button key={preset} size="small" onClick={() => setReason(preset)}>
              {preset}
            </Button>
          ))}
        </div>
      )}
      {isMissing && (
        <p id={`${id}-error`} className={styles.error} role="alert">
          请填写原因
        </p>
      )}
      <Input.TextArea
        id={id}
        ref={field}
        className={styles.field}
        autoFocus
        rows={3}
        maxLength={MAX_LENGTH}
        showCount
        value={reason}
        status={isMissing ? 'error' : ''}
        aria-invalid={isMissing}
        aria-describedby={isMissing ? `${id}-error` : undefined}
        onChange={(event) => setReason(event.target.value)}
      />
    </ActModal>
  );
}
