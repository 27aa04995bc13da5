import { useQueryClient } from '@tanstack/react-query';
import { View } from '@tarojs/components';
import { type AnswerCorrectionBody, answerCorrectionRules, type CaseDetailView } from '@yiyun/shared';
import { api } from '@/api/client';
import { useDraft } from '@/api/drafts';
import { keys } from '@/api/keys';
import { useAct } from '@/api/use-act';
import { useForm } from '@/api/use-form';
import { Button, Card, ErrorSummary, NoticeBar, SummaryList, TextArea } from '@/components';

interface AnswerFormProps {
  one: CaseDetailView;
  /** The answer is written and looked over before it is sent. */
  checking: boolean;
  onStep: (step: 'write' | 'check') => void;
  onDone: (one: CaseDetailView) => void;
}

export function AnswerForm({ one, checking, onStep, onDone }: AnswerFormProps) {
  const client = useQueryClient();
  const draft = useDraft(`correction.${one.id}`, { answer: '' });
  const form = useForm<AnswerCorrectionBody>(answerCorrectionRules);
  const params = { caseId: one.id };
  const send = useAct((body: AnswerCorrectionBody, key) => api.cases.answerCorrection({ params, body }, key), {
    onDone: async (answered) => {
      draft.clear();
      onDone(answered);
      await client.invalidateQueries({ queryKey: keys.cases });
    },
    onProblem: (error) => {
      if (form.refuse(error)) onStep('write');
      void client.invalidateQueries({ queryKey: keys.case(one.id) });
    },
  });
  const body = { version: one.version, answer: draft.value.answer };
  const submit = () => {
    const fit = form.fit(body);
    if (fit) send.run(fit);
    else onStep('write');
  };
  const request = one.correction?.request ?? '';

  if (checking) {
    return (
      <>
        {send.problem && <NoticeBar tone="error" text={send.problem} />}
        <SummaryList
          rows={[
            { label: '办理事项', value: one.matter.name },
            { label: '窗口的要求', value: request },
            { label: '您的补正说明', value: draft.value.answer, onChange: () => onStep('write') },
          ]}
        />
        <NoticeBar text="提交后办理期限接着计算，窗口会继续审核。" />
        <Button id="send-correction" busy={send.busy} busyText="正在提交…" onPress={submit}>
          提交补正
        </Button>
      </>
    );
  }
  return (
    <>
      <ErrorSummary errors={form.errors} attempt={form.attempt} />
      <Card tone="attention">
        <View>窗口的要求</View>
        <View>{request}</View>
      </Card>
      {draft.restored && draft.value.answer !== '' && <NoticeBar text="已恢复您上次没有提交的内容。" />}
      <TextArea
        id="answer"
        label="补正说明"
        hint="说明您补了什么。要交纸质材料的，请同时送到窗口。"
        value={draft.value.answer}
        maxLength={1000}
        onChange={(answer) => draft.update({ answer })}
        error={form.errorOf('answer')}
      />
      <Button id="check-correction" onPress={() => form.fit(body) && onStep('check')}>
        继续
      </Button>
    </>
  );
}
