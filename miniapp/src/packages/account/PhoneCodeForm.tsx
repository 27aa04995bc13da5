import { type PhoneBody, type PhoneCodeBody, phoneCodeRules, phoneRules } from '@yiyun/shared';
import { useEffect, useState } from 'react';
import { api } from '@/api/client';
import { useAct } from '@/api/use-act';
import { useForm } from '@/api/use-form';
import { Button, ErrorSummary, Field, NoticeBar } from '@/components';

interface PhoneCodeFormProps<Result> {
  /** Names what the code is for: 登录. */
  act: string;
  busyText: string;
  send: (body: PhoneCodeBody) => Promise<Result>;
  onDone: (result: Result) => void;
}

/** A phone number and the code that was sent to it. */
export function PhoneCodeForm<Result>({ act, busyText, send, onDone }: PhoneCodeFormProps<Result>) {
  const [phone, setPhone] = useState('');
  const [code, setCode] = useState('');
  const [waitSeconds, setWaitSeconds] = useState(0);
  const phoneForm = useForm<PhoneBody>(phoneRules);
  const form = useForm<PhoneCodeBody>(phoneCodeRules);

  useEffect(() => {
    if (waitSeconds <= 0) return;
    const timer = setTimeout(() => setWaitSeconds(waitSeconds - 1), 1000);
    return () => clearTimeout(timer);
  }, [waitSeconds]);

  const ask = useAct((body: { phone: string }) => api.identity.sendPhoneCode({ body }), {
    onDone: ({ resendAfterMs }) => setWaitSeconds(Math.ceil(resendAfterMs / 1000)),
  });
  const submit = useAct(send, { onDone, onProblem: (error) => form.refuse(error) });
  const sent = waitSeconds > 0;

  const askForCode = () => {
    const body = phoneForm.fit({ phone });
    if (body) ask.run(body);
  };
  const proceed = () => {
    const body = form.fit({ phone, code });
    if (body) submit.run(body);
  };
  return (
    <>
      <ErrorSummary errors={form.errors} attempt={form.attempt} />
      {(submit.problem ?? ask.problem) && <NoticeBar tone="error" text={submit.problem ?? ask.problem ?? ''} />}
      <Field
        id="phone"
        kind="phone"
        label="手机号"
        autocomplete="tel"
        value={phone}
        maxLength={16}
        onChange={setPhone}
        error={form.errorOf('phone') ?? phoneForm.errorOf('phone')}
      />
      <Button kind="secondary" id="send-code" busy={ask.busy} busyText="正在发送…" disabled={sent} onPress={askForCode}>
        {sent ? `已发送，${waitSeconds}秒后可重新获取` : '获取验证码'}
      </Button>
      <Field
        id="code"
        kind="digits"
        label="短信验证码"
        hint="6位数字，5分钟内有效"
        autocomplete="one-time-code"
        value={code}
        maxLength={6}
        onChange={setCode}
        error={form.errorOf('code')}
      />
      <Button id="submit-code" busy={submit.busy} busyText={busyText} onPress={proceed}>
        {act}
      </Button>
    </>
  );
}
