import { Button, Form, Input, type InputRef } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { type ApiError, asApiError } from '../api/errors';
import { ErrorResult } from '../components/error-result';
import { type StaffMe, signIn } from './session';
import styles from './sign-in-form.module.css';

interface Fields {
  account: string;
  password: string;
}

interface SignInFormProps {
  /** Known when one signs in again; then only the password is asked. */
  account?: string;
  onSignedIn: (me: StaffMe) => void;
}

/** Account and password. A refusal stands above the fields and takes the focus; the account stays. */
export function SignInForm({ account, onSignedIn }: SignInFormProps) {
  const [form] = Form.useForm<Fields>();
  const [error, setError] = useState<ApiError>();
  const [isBusy, setBusy] = useState(false);
  const first = useRef<InputRef>(null);
  const summary = useRef<HTMLDivElement>(null);
  useEffect(() => first.current?.focus(), []);
  useEffect(() => {
    if (error) summary.current?.focus();
  }, [error]);

  const submit = async (fields: Fields) => {
    setBusy(true);
    setError(undefined);
    try {
      onSignedIn(await signIn(account ?? fields.account.trim(), fields.password));
    } catch (thrown) {
      setError(asApiError(thrown));
      form.setFieldValue('password', '');
    } finally {
      setBusy(false);
    }
  };

  return (
    <Form<Fields> form={form} layout="vertical" requiredMark={false} onFinish={submit} validateTrigger="onSubmit">
      <div ref={summary} tabIndex={-1} className={styles.summary}>
        {error && <ErrorResult title="没能登录" error={error} />}
      </div>
      {account === undefined && (
        <Form.Item name="account" label="账号" rules={[{ required: true, message: '请填写账号' }]}>
          <Input ref={first} autoComplete="username" autoCapitalize="none" spellCheck={false} />
        </Form.Item>
      )}
      <Form.Item name="password" label="密码" rules={[{ required: true, message: '请填写密码' }]}>
        <Input.Password ref={account === undefined ? undefined : first} autoComplete="current-password" />
      </Form.Item>
      <Button type="primary" htmlType="submit" loading={isBusy}>
        登录
      </Button>
    </Form>
  );
}
