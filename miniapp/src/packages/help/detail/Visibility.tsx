import type { HelpDetailView, VisibilityBody } from '@yiyun/shared';
import { useState } from 'react';
import { api } from '@/api/client';
import { Button, Dialog, NoticeBar } from '@/components';
import { toast } from '@/state/toast';
import { useHelpAct } from './use-help-act';

/** Lets others profit from an answer, or takes that back. Offered once there are words to show. */
export function Visibility({ question }: { question: HelpDetailView }) {
  const { id, version, visibility, posts } = question;
  const [asking, setAsking] = useState(false);
  const change = useHelpAct(
    id,
    (body: VisibilityBody, key) => api.help.setVisibility({ params: { helpRequestId: id }, body }, key),
    () => {
      toast(asking ? '问答已公开' : '已收回，别人看不到了');
      setAsking(false);
    },
  );
  const cancel = () => {
    change.clear();
    setAsking(false);
  };

  if (visibility === 'public') {
    return (
      <>
        <NoticeBar tone="done" text="这个问答已公开，姓名和号码已隐去。" />
        {change.problem && <NoticeBar tone="error" text={change.problem} />}
        <Button
          kind="text"
          id="make-private"
          busy={change.busy}
          onPress={() => change.run({ version, visibility: 'private' })}
        >
          收回公开
        </Button>
      </>
    );
  }
  if (!posts.some(({ kind }) => kind === 'answer')) return null;
  if (!hasWords(question)) return <NoticeBar text="录音还没有转成文字，转好以后可以公开给别人参考。" />;
  return (
    <>
      <Button kind="text" id="make-public" onPress={() => setAsking(true)}>
        公开给别人参考
      </Button>
      {asking && (
        <Dialog
          title="公开这个问答？"
          confirmText="公开问答"
          cancelText="不公开"
          busy={change.busy}
          onConfirm={() => change.run({ version, visibility: 'public' })}
          onCancel={cancel}
        >
          {change.problem ??
            '公开后，遇到同样问题的人能看到问题和答复。您的姓名、手机号、证件号等会自动隐去，您的录音不会公开。随时可以收回。'}
        </Dialog>
      )}
    </>
  );
}

/** Only words can be masked: a question that is nothing but sound can't be shown to others. */
const hasWords = ({ posts }: HelpDetailView) =>
  posts.some(({ kind, text, voice }) => kind === 'question' && (text !== '' || Boolean(voice?.transcript)));
