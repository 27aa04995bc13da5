import { type LookUpCaseBody, lookUpCaseRules, type PublicCaseView } from '@yiyun/shared';
import { useState } from 'react';
import { api } from '@/api/client';
import { isRefusal } from '@/api/problems';
import { useAct } from '@/api/use-act';
import { useForm } from '@/api/use-form';
import { Button, ErrorSummary, Field, NoticeBar } from '@/components';
import { call12366 } from '@/lib/call';
import { useParam } from '@/lib/use-param';

export function LookUpForm({ onFound }: { onFound: (found: PublicCaseView) => void }) {
  const [receiptNo, setReceiptNo] = useState(useParam('receiptNo'));
  const [phoneTail, setPhoneTail] = useState('');
  const form = useForm<LookUpCaseBody>(lookUpCaseRules);
  const lookUp = useAct((body: LookUpCaseBody) => api.cases.lookUp({ body }), {
    onDone: onFound,
    onProblem: (error) => form.refuse(error),
  });
  const submit = () => {
    const body = form.fit({ receiptNo, phoneTail });
    if (body) lookUp.run(body);
  };
  const throttled = isRefusal(lookUp.error, 'case.lookup_throttled');
  return (
    <>
      <ErrorSummary errors={form.errors} attempt={form.attempt} />
      {lookUp.problem && form.errors.length === 0 && <NoticeBar tone="error" text={lookUp.problem} />}
      {throttled && (
        <NoticeBar text="这样限制是为了防止别人猜您的号码。急着知道的话，可以拨打 12366。" onPress={call12366} />
      )}
      <Field
        id="receiptNo"
        label="回执号"
        hint="在受理短信或回执上，例如 S261122-7KQ2M9"
        value={receiptNo}
        maxLength={20}
        onChange={setReceiptNo}
        error={form.errorOf('receiptNo')}
      />
      <Field
        id="phoneTail"
        kind="digits"
        label="手机号后四位"
        hint="在窗口登记的那个手机号"
        value={phoneTail}
        maxLength={4}
        onChange={setPhoneTail}
        error={form.errorOf('phoneTail')}
      />
      <Button id="look-up-case" busy={lookUp.busy} busyText="正在查询…" onPress={submit}>
        查进度
      </Button>
    </>
  );
}
