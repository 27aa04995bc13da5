import { answerRules, messageOf, problemOf, type StaffHelpDetailView } from '@yiyun/shared';
import { Input } from 'antd';
import type { TextAreaRef } from 'antd/es/input/TextArea';
import { type RefObject, useId, useRef, useState } from 'react';
import { api, uploadVoice } from '../../../api/client';
import { useSubmit } from '../../../api/use-submit';
import { ErrorResult } from '../../../components/error-result';
import { KeyButton } from '../../../components/key-button';
import { Panel } from '../../../components/panel';
import type { Recording } from '../../../components/voice-recorder/use-recorder';
import { VoiceRecorder } from '../../../components/voice-recorder/voice-recorder';
import styles from './question-page.module.css';
import { useQuestionChanged } from './use-question';

interface AnswerFormProps {
  of: StaffHelpDetailView;
  /** For whoever puts text into it. */
  field: RefObject<HTMLTextAreaElement>;
  text: string;
  onText: (text: string) => void;
}

/** What makes one answer; with another recording it is another one. */
interface Answer {
  version: number;
  text: string;
  recordedAt?: number;
}

/** The answer in writing, with a voice beside it when the officer likes. The recording is uploaded once, when it is sent. */
export function AnswerForm({ of: { id: helpRequestId, version, status }, field, text, onText }: AnswerFormProps) {
  const id = useId();
  const [recording, setRecording] = useState<Recording>();
  const [problem, setProblem] = useState<string>();
  const uploaded = useRef<{ of: Recording; id: string }>(undefined);
  const changed = useQuestionChanged();

  const clipIdOf = async (made: Recording): Promise<string> => {
    if (uploaded.current?.of !== made) uploaded.current = { of: made, id: (await uploadVoice(made.blob)).id };
    return uploaded.current.id;
  };
  const send = useSubmit(
    async (answer: Answer, idempotencyKey) => {
      const voiceClipId = recording && (await clipIdOf(recording));
      const body = { version: answer.version, text: answer.text, voiceClipId };
      return api.help.answer({ params: { helpRequestId }, body }, { idempotencyKey });
    },
    {
      onDone: (answered) => {
        onText('');
        setRecording(undefined);
        return changed(answered);
      },
    },
  );
  const submit = () => {
    const trimmed = text.trim();
    const broken = trimmed === '' ? 'required' : problemOf(answerRules.text, trimmed);
    setProblem(broken && messageOf(answerRules.text, broken));
    if (broken) field.current?.focus();
    else send.mutate({ version, text: trimmed, recordedAt: recording?.startedAt });
  };

  return (
    <Panel title={status === 'answered' ? '补充答复' : '答复'}>
      <label htmlFor={id} className="visually-hidden">
        答复文字
      </label>
      {problem && (
        <p id={`${id}-error`} className={styles.problem} role="alert">
          {problem}
        </p>
      )}
      <Input.TextArea
        id={id}
        ref={(area: TextAreaRef | null) => {
          (field as { current: HTMLTextAreaElement | null }).current = area?.resizableTextArea?.textArea ?? null;
        }}
        autoSize={{ minRows: 5, maxRows: 16 }}
        maxLength={answerRules.text.max}
        placeholder="写给纳税人的答复：先说结论，再说依据和怎么办"
        value={text}
        status={problem ? 'error' : ''}
        aria-invalid={problem !== undefined}
        aria-describedby={problem ? `${id}-error` : undefined}
        onChange={({ target }) => onText(target.value)}
      />
      <div className={styles.recorder}>
        <VoiceRecorder label="语音答复" combo="alt+v" recording={recording} onChange={setRecording} />
      </div>
      {send.error && <ErrorResult title="没能发出答复" error={send.error} />}
      <div className={styles.buttons}>
        <KeyButton
          type="primary"
          label={recording ? '发出文字和语音答复' : '发出答复'}
          combo="ctrl+enter"
          loading={send.isPending}
          onClick={submit}
        />
        <span className={styles.quiet}>写到一半可以离开，内容保留在这个页面。</span>
      </div>
    </Panel>
  );
}
