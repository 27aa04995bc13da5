import { useQueryClient } from '@tanstack/react-query';
import type { StaffMeView } from '@yiyun/shared';
import { useEffect } from 'react';
import { keys } from '../api/keys';
import { ShortcutLayer } from '../shortcuts/use-shortcut';
import { ChangePasswordForm } from './change-password-form';
import styles from './first-password.module.css';
import { SignOutButton } from './sign-out-button';

/** Stands before every page while the password is one that somebody else has set. */
export function FirstPassword({ me }: { me: StaffMeView }) {
  const client = useQueryClient();
  useEffect(() => {
    document.title = '修改初始密码 · 一云办税工作台';
  }, []);
  return (
    <main className={styles.page}>
      <h1>请先修改初始密码</h1>
      <p>{me.name}，您的密码是由管理员设置的。为了保证只有您本人能用这个账号，请换成自己的密码后继续。</p>
      <ShortcutLayer>
        <ChangePasswordForm onChanged={(changed) => client.setQueryData(keys.session, changed)} />
        <div className={styles.leave}>
          <SignOutButton />
        </div>
      </ShortcutLayer>
    </main>
  );
}
