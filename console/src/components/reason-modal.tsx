import { messageOf, problemOf, type Rule } from '@yiyun/shared';
import { Button, Input } from 'antd';
import { type ComponentRef, useId, useRef, useState } from 'react';
import { isOvertaken } from '../api/errors';
import { useSubmit } from '../api/use-submit';
import { ActModal, type ActModalProps } from './act-modal';
import styles from './reason-modal.module.css';
import { usePinned } from './use-pinned';

export interface ReasonModalProps
  extends Pick<ActModalProps, 'open' | 'title' | 'effect' | 'actLabel' | 'isFinal' | 'onClose'> {
  /** The question above the field: 为什么不能接受这个预约？ */
  question: string;
  /** Shared's rule of the field. */
  rule: Extract<Rule, { kind: 'string' }>;
  /** Of the thing that is changed. */
  version: number;
  /** Words that are ready when it opens. */
  initial?: string;
  /** Frequent reasons; one press fills the field, which can still be changed. */
  presets?: readonly string[];
  /** Does it with the trimmed text. The dialog closes when it is done; when it fails, what was typed stays. */
  onSubmit: (written: Written, idempotencyKey: string) => Promise<unknown>;
}

/** What was written, about which version of the thing. */
export interface Written {
  version: number;
  text: string;
}

/** An act that needs some words, which the taxpayer will read. */
export function ReasonModal({
  question,
  rule,
  version,
  initial = '',
  presets = [],
  onSubmit,
  ...frame
}: ReasonModalProps) {
  const [text, setText] = useState(initial);
  const [problem, setProblem] = useState<string>();
  const field = useRef<ComponentRef<typeof Input.TextArea>>(null);
  const id = useId();
  const close = () => {
    setText(initial);
    setProblem(undefined);
    act.reset();
    frame.onClose();
  };
  const act = useSubmit(onSubmit, { onDone: close });
  const seen = usePinned(version, frame.open && !(act.error && isOvertaken(act.error)));
  const submit = () => {
    const trimmed = text.trim();
    const broken = trimmed === '' ? 'required' : problemOf(rule, trimmed);
    setProblem(broken && messageOf(rule, broken));
    if (broken) field.current?.focus();
    else act.mutate({ version: seen, text: trimmed });
  };

  return (
    <ActModal {...frame} isBusy={act.isPending} error={act.error} onAct={submit} onClose={close}>
      <label htmlFor={id} className={styles.question}>
        {question}
      </label>
      {presets.length > 0 && (
        <div className={styles.presets}>
          {presets.map((preset) => (
            <Button key={preset} size="small" onClick={() => setText(preset)}>
              {preset}
            </Button>
          ))}
        </div>
      )}
      {problem && (
        <p id={`${id}-error`} className={styles.error} role="alert">
          {problem}
        </p>
      )}
      <Input.TextArea
        id={id}
        ref={field}
        className={styles.field}
        autoFocus
        rows={3}
        maxLength={rule.max}
        showCount
        value={text}
        status={problem ? 'error' : ''}
        aria-invalid={problem !== undefined}
        aria-describedby={problem ? `${id}-error` : undefined}
        onChange={(event) => setText(event.target.value)}
      />
    </ActModal>
  );
}
