import { type HelpDetailView, type ReopenBody, reopenRules } from '@yiyun/shared';
import { useState } from 'react';
import { api } from '@/api/client';
import { useDraft } from '@/api/drafts';
import { useForm } from '@/api/use-form';
import { Button, ErrorSummary, NoticeBar, TextArea } from '@/components';
import { toast } from '@/state/toast';
import { useHelpAct } from './use-help-act';

/** Asks on when the answer did not do. */
export function FollowUp({ question: { id, version } }: { question: HelpDetailView }) {
  const draft = useDraft(`follow-up.${id}`, { text: '' });
  const [open, setOpen] = useState(draft.restored);
  const form = useForm<ReopenBody>(reopenRules);
  const reopen = useHelpAct(
    id,
    (body: ReopenBody, key) => api.help.reopen({ params: { helpRequestId: id }, body }, key),
    () => {
      draft.clear();
      setOpen(false);
      toast('追问已发送');
    },
  );
  if (!open) {
    return (
      <Button kind="secondary" id="follow-up" onPress={() => setOpen(true)}>
        没有解决，继续追问
      </Button>
    );
  }
  const submit = () => {
    const body = form.fit({ version, text: draft.value.text });
    if (body) reopen.run(body);
  };
  return (
    <>
      <ErrorSummary errors={form.errors} attempt={form.attempt} />
      <TextArea
        id="text"
        label="还有什么没有解决？"
        value={draft.value.text}
        maxLength={1000}
        onChange={(text) => draft.update({ text })}
        error={form.errorOf('text')}
      />
      {reopen.problem && <NoticeBar tone="error" text={reopen.problem} />}
      <Button id="follow-up-send" busy={reopen.busy} busyText="正在发送…" onPress={submit}>
        发送追问
      </Button>
      <Button kind="text" onPress={() => setOpen(false)}>
        先不问了
      </Button>
    </>
  );
}
