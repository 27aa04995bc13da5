import { AppError, type AskBody, askRules } from '@yiyun/shared';
import { useEffect } from 'react';
import { useDraft } from '@/api/drafts';
import { useForm } from '@/api/use-form';
import { Button, ErrorSummary, NoticeBar, TextArea, VoiceRecorderPanel } from '@/components';
import { go } from '@/lib/go';
import { useParam } from '@/lib/use-param';
import type { Recording } from '@/platform/recorder/types';
import { useQuestion } from '../question';
import { MatterPicker } from './MatterPicker';

const LONGEST_SECONDS = 60;

/** A voice, a line of text, the matter it is about; all of it stays until it was sent. */
export function AskForm() {
  const given = useParam('text');
  const matterId = useParam('matterId');
  const matterName = useParam('matterName');
  const { recording, finished } = useQuestion();
  const draft = useDraft('ask', { text: '', matterId: '', matterName: '' });
  const form = useForm<AskBody>(askRules);
  const { value } = draft;

  useEffect(() => {
    if (given && !value.text) draft.update({ text: given });
    if (matterId) draft.update({ matterId, matterName });
  }, [given, matterId, matterName]);
  useEffect(() => {
    if (!finished) return;
    draft.clear();
    useQuestion.setState({ finished: false });
  }, [finished]);

  const record = (next: Recording | undefined) => useQuestion.setState({ recording: next });
  const goOn = () => {
    const fit = form.fit({ text: value.text });
    if (!fit) return;
    if (!fit.text && !recording) return form.refuse(nothingAsked());
    const matter = value.matterId ? { id: value.matterId, name: value.matterName } : undefined;
    useQuestion.setState({ text: fit.text ?? '', matter, finished: false });
    go('help/similar');
  };
  return (
    <>
      <ErrorSummary errors={form.errors} attempt={form.attempt} />
      {draft.restored && value.text !== '' && <NoticeBar text="已恢复您上次没有发送的内容。" />}
      <VoiceRecorderPanel recording={recording} onChange={record} maxSeconds={LONGEST_SECONDS} />
      <TextArea
        id="text"
        label="写一句话"
        hint="写下来，我们可以先帮您找现成的答案"
        optional
        value={value.text}
        maxLength={1000}
        onChange={(text) => draft.update({ text })}
        error={form.errorOf('text')}
      />
      <MatterPicker
        chosen={value.matterId ? value.matterName : undefined}
        onChoose={(matter) => draft.update({ matterId: matter?.id ?? '', matterName: matter?.name ?? '' })}
      />
      <Button id="ask-next" onPress={goOn}>
        继续
      </Button>
    </>
  );
}

/** The server's own refusal of an empty question, put beside the field before anything is sent. */
function nothingAsked(): AppError {
  const refusal = new AppError('help.content_missing');
  refusal.fields = [{ path: 'text', message: refusal.message }];
  return refusal;
}
