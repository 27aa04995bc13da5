import { type ChangePasswordBody, changePasswordRules, type StaffMeView } from '@yiyun/shared';
import { Input } from 'antd';
import { api } from '../api/client';
import type { Problem } from '../forms/problems';
import { RuleField, RuleForm } from '../forms/rule-form';

interface Typed extends ChangePasswordBody {
  again: string;
}

const rules = { ...changePasswordRules, again: { kind: 'string', min: 1, max: 200, label: '再输一次新密码' } } as const;

const compare = ({ next, again }: Typed): Problem[] =>
  next && again && next !== again ? [{ path: 'again', message: '两次输入的新密码不一样' }] : [];

/** The password in use, the new one twice. */
export function ChangePasswordForm({ onChanged }: { onChanged: (me: StaffMeView) => void }) {
  return (
    <RuleForm<Typed, StaffMeView>
      rules={rules}
      alsoCheck={compare}
      onSubmit={({ current, next }) => api.identity.staffChangePassword({ body: { current, next } })}
      onDone={onChanged}
      submitLabel="修改密码"
    >
      <RuleField name="current">
        <Input.Password autoComplete="current-password" autoFocus />
      </RuleField>
      <RuleField name="next" hint="至少 10 位，同时有字母和数字">
        <Input.Password autoComplete="new-password" />
      </RuleField>
      <RuleField name="again">
        <Input.Password autoComplete="new-password" />
      </RuleField>
    </RuleForm>
  );
}
