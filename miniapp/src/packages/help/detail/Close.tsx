import type { HelpDetailView } from '@yiyun/shared';
import { useState } from 'react';
import { api } from '@/api/client';
import { Button, Dialog } from '@/components';
import { toast } from '@/state/toast';
import { useHelpAct } from './use-help-act';

/** Ends a question that needs no answer any more. */
export function Close({ question: { id, version } }: { question: HelpDetailView }) {
  const [asking, setAsking] = useState(false);
  const close = useHelpAct(
    id,
    (body: { version: number }, key) => api.help.close({ params: { helpRequestId: id }, body }, key),
    () => {
      setAsking(false);
      toast('提问已结束');
    },
  );
  const cancel = () => {
    close.clear();
    setAsking(false);
  };
  return (
    <>
      <Button kind="text" id="close-question" onPress={() => setAsking(true)}>
        不再需要解答
      </Button>
      {asking && (
        <Dialog
          title="结束这个提问？"
          confirmText="结束提问"
          cancelText="不结束"
          busy={close.busy}
          onConfirm={() => close.run({ version })}
          onCancel={cancel}
        >
          {close.problem ?? '结束后不会再有人答复，也不能继续追问。已有的问答您仍然可以查看。'}
        </Dialog>
      )}
    </>
  );
}
