import { Button, Field } from '@/components';
import type { usePhoneCode } from './use-phone-code';

interface PhoneAndCodeProps {
  given: ReturnType<typeof usePhoneCode>;
  /** Whose number: 手机号, 他的手机号. */
  label?: string;
  /** Where the code is found. */
  codeHint?: string;
  phoneError: string | undefined;
  codeError: string | undefined;
}

/** The two questions of a number and the code that was sent to it. */
export function PhoneAndCode(props: PhoneAndCodeProps) {
  const { given, label = '手机号', codeHint = '6位数字，5分钟内有效', phoneError, codeError } = props;
  const sent = given.waitSeconds > 0;
  return (
    <>
      <Field
        id="phone"
        kind="phone"
        label={label}
        autocomplete="tel"
        value={given.phone}
        maxLength={16}
        onChange={given.setPhone}
        error={phoneError ?? given.phoneError}
      />
      <Button
        kind="secondary"
        id="send-code"
        busy={given.busy}
        busyText="正在发送…"
        disabled={sent}
        onPress={given.askForCode}
      >
        {sent ? `已发送，${given.waitSeconds}秒后可重新获取` : '获取验证码'}
      </Button>
      <Field
        id="code"
        kind="digits"
        label="短信验证码"
        hint={codeHint}
        autocomplete="one-time-code"
        value={given.code}
        maxLength={6}
        onChange={given.setCode}
        error={codeError}
      />
    </>
  );
}
