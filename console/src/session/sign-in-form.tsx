import type { StaffMeView } from '@yiyun/shared';
import { Button, Form, Input, type InputRef } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { api } from '../api/client';
import { asFailure, type Failure } from '../api/errors';
import { ErrorResult } from '../components/error-result';
import styles from './sign-in-form.module.css';

export interface Fields {
  account: string;
  password: string;
}

interface SignInFormProps {
  /** Known when one signs in again; then only the password is asked. */
  account?: string;
  /** Fills in an account of the demonstration. */
  preset?: Fields;
  onSignedIn: (me: StaffMeView) => void;
}

/** Account and password. A refusal stands above the fields and takes the focus; the account stays. */
export function SignInForm({ account, preset, onSignedIn }: SignInFormProps) {
  const [form] = Form.useForm<Fields>();
  const [error, setError] = useState<Failure>();
  const [isBusy, setBusy] = useState(false);
  const first = useRef<InputRef>(null);
  const summary = useRef<HTMLDivElement>(null);
  useEffect(() => first.current?.focus(), []);
  useEffect(() => {
    if (preset) form.setFieldsValue(preset);
  }, [form, preset]);
  useEffect(() => {
    if (error) summary.current?.focus();
  }, [error]);

  const submit = async (fields: Fields) => {
    setBusy(true);
    setError(undefined);
    try {
      onSignedIn(await api.identity.staffSignIn({ body: { ...fields, account: account ?? fields.account.trim() } }));
    } catch (thrown) {
      setError(asFailure(thrown));
      form.setFieldValue('password', '');
    } finally {
      setBusy(false);
    }
  };

  return (
    <Form<Fields>
      form={form}
      layout="vertical"
      requiredMark={false}
      onFinish={(fields) => void submit(fields)}
      validateTrigger="onSubmit"
    >
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
