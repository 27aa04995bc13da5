import { Button, Form, Input, Space } from 'antd';
import { RuleField } from '../../../forms/rule-form';
import { makeInitialPassword } from './initial-password';
import styles from './staff.module.css';

/** The password that is handed over; it is shown, for the person has to be told, and must be changed at once. */
export function PasswordField() {
  return (
    <RuleField name="initialPassword" hint="请当面告诉本人。本人第一次登录时必须换成自己的密码。">
      <PasswordInput />
    </RuleField>
  );
}

interface PasswordInputProps {
  id?: string;
  value?: string;
  onChange?: (value: string) => void;
}

function PasswordInput({ id, value = '', onChange }: PasswordInputProps) {
  const { status } = Form.Item.useStatus();
  return (
    <Space.Compact block>
      <Input
        id={id}
        className={styles.password}
        autoComplete="off"
        spellCheck={false}
        status={status === 'error' ? 'error' : ''}
        value={value}
        onChange={({ target }) => onChange?.(target.value)}
      />
      <Button onClick={() => onChange?.(makeInitialPassword())}>生成一个</Button>
    </Space.Compact>
  );
}
