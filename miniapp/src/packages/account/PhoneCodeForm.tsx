import { type PhoneCodeBody, phoneCodeRules } from '@yiyun/shared';
import { useAct } from '@/api/use-act';
import { useForm } from '@/api/use-form';
import { Button, ErrorSummary, NoticeBar } from '@/components';
import { PhoneAndCode } from './PhoneAndCode';
import { usePhoneCode } from './use-phone-code';

interface PhoneCodeFormProps<Result> {
  /** Names what the code is for: 登录. */
  act: string;
  busyText: string;
  send: (body: PhoneCodeBody) => Promise<Result>;
  onDone: (result: Result) => void;
}

/** A phone number and the code that was sent to it. */
export function PhoneCodeForm<Result>({ act, busyText, send, onDone }: PhoneCodeFormProps<Result>) {
  const given = usePhoneCode('signIn');
  const form = useForm<PhoneCodeBody>(phoneCodeRules);
  const submit = useAct(send, { onDone, onProblem: (error) => form.refuse(error) });
  const problem = submit.problem ?? given.problem;
  const proceed = () => {
    const body = form.fit({ phone: given.phone, code: given.code });
    if (body) submit.run(body);
  };
  return (
    <>
      <ErrorSummary errors={form.errors} attempt={form.attempt} />
      {problem && <NoticeBar tone="error" text={problem} />}
      <PhoneAndCode given={given} phoneError={form.errorOf('phone')} codeError={form.errorOf('code')} />
      <Button id="submit-code" busy={submit.busy} busyText={busyText} onPress={proceed}>
        {act}
      </Button>
    </>
  );
}
