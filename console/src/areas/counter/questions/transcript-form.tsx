import { type StaffHelpDetailView, type TranscriptBody, transcriptRules, type VoiceClipView } from '@yiyun/shared';
import { Input } from 'antd';
import { useId } from 'react';
import { api } from '../../../api/client';
import { useSubmit } from '../../../api/use-submit';
import { ErrorResult } from '../../../components/error-result';
import { KeyButton } from '../../../components/key-button';
import { useDraft } from '../../../lib/draft';
import styles from './question-page.module.css';
import { useQuestionChanged } from './use-question';

interface TranscriptFormProps {
  of: StaffHelpDetailView;
  clip: VoiceClipView;
}

/** What is said in the recording, typed by the officer: it makes the question findable, and similar answers too. */
export function TranscriptForm({ of: { id: helpRequestId, version }, clip }: TranscriptFormProps) {
  const saved = clip.transcript ?? '';
  const [text, setText] = useDraft(`transcript.${clip.id}`, saved);
  const id = useId();
  const changed = useQuestionChanged();
  const save = useSubmit(
    (body: TranscriptBody, idempotencyKey) =>
      api.help.transcribe({ params: { helpRequestId }, body }, { idempotencyKey }),
    { onDone: changed },
  );
  const trimmed = text.trim();
  return (
    <div className={styles.transcript}>
      <label htmlFor={id}>听写文字</label>
      <Input.TextArea
        id={id}
        autoSize={{ minRows: 2, maxRows: 8 }}
        maxLength={transcriptRules.text.max}
        placeholder="边听边把录音内容打成文字"
        value={text}
        onChange={({ target }) => setText(target.value)}
      />
      {save.error && <ErrorResult title="没能保存听写文字" error={save.error} />}
      <div className={styles.buttons}>
        <KeyButton
          size="small"
          label="保存听写"
          combo="alt+s"
          disabled={trimmed === '' || trimmed === saved}
          loading={save.isPending}
          onClick={() => save.mutate({ version, voiceClipId: clip.id, text: trimmed })}
        />
        {saved !== '' && trimmed === saved && <span role="status">已保存</span>}
      </div>
    </div>
  );
}
