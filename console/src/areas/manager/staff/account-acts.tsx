import { useQueryClient } from '@tanstack/react-query';
import { type ResetPasswordBody, resetPasswordRules, type StaffView } from '@yiyun/shared';
import { Modal } from 'antd';
import { useState } from 'react';
import { api } from '../../../api/client';
import { ConfirmAct } from '../../../components/confirm-act';
import { Done } from '../../../components/done';
import { KeyButton } from '../../../components/key-button';
import { RuleForm } from '../../../forms/rule-form';
import { ShortcutLayer } from '../../../shortcuts/use-shortcut';
import { makeInitialPassword } from './initial-password';
import { PasswordField } from './password-field';
import styles from './staff.module.css';

/** Resets the password, or ends all sessions, of one account. */
export function AccountActs({ of }: { of: StaffView }) {
  const { id: staffId, name, account } = of;
  const client = useQueryClient();
  const [open, setOpen] = useState<'reset' | 'revoke'>();
  const [done, setDone] = useState<string>();
  const close = () => setOpen(undefined);
  const changed = (sentence: string) => {
    setDone(sentence);
    close();
    return client.invalidateQueries({ queryKey: ['staff'] });
  };
  return (
    <>
      {done && <Done title={done} />}
      <div className={styles.buttons}>
        <KeyButton label="重设密码" onClick={() => setOpen('reset')} />
        <KeyButton label="收回全部登录" onClick={() => setOpen('revoke')} />
      </div>
      <Modal
        title={`重设${name}的密码？`}
        open={open === 'reset'}
        onCancel={close}
        footer={null}
        destroyOnHidden
        mask={{ closable: false }}
      >
        <ShortcutLayer>
          <p>
            {name}（{account}）原来的密码立即失效，在所有电脑上的登录都会退出，锁定也会解除。
          </p>
          <RuleForm<ResetPasswordBody, StaffView>
            rules={resetPasswordRules}
            initial={{ initialPassword: makeInitialPassword() }}
            onSubmit={(body, idempotencyKey) =>
              api.identity.resetStaffPassword({ params: { staffId }, body }, { idempotencyKey })
            }
            onDone={() => changed('密码已重设')}
            submitLabel="重设密码"
            buttons={<KeyButton label="返回" onClick={close} />}
          >
            <PasswordField />
          </RuleForm>
        </ShortcutLayer>
      </Modal>
      <ConfirmAct
        open={open === 'revoke'}
        title={`收回${name}的全部登录？`}
        effect={
          <p>
            {name}（{account}）在所有电脑上都会立即退出，没有保存的内容会丢失。密码不变，可以重新登录。
          </p>
        }
        body={staffId}
        actLabel="收回全部登录"
        isFinal
        onConfirm={async (id, idempotencyKey) => {
          await api.identity.revokeStaffSessions({ params: { staffId: id } }, { idempotencyKey });
          await changed('已收回全部登录');
        }}
        onClose={close}
      />
    </>
  );
}
