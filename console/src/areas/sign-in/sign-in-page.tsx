import { useQueryClient } from '@tanstack/react-query';
import type { StaffMeView } from '@yiyun/shared';
import { useEffect, useState } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { keys } from '../../api/keys';
import { homeOf } from '../../layout/menu';
import { type Fields, SignInForm } from '../../session/sign-in-form';
import { DemoAccounts } from './demo-accounts';
import styles from './sign-in-page.module.css';

/** The first page: what this is, who it is for, sign-in, and what to do without an account. */
export function SignInPage() {
  const client = useQueryClient();
  const navigate = useNavigate();
  const [preset, setPreset] = useState<Fields>();
  const from = (useLocation().state as { from?: string } | null)?.from;
  useEffect(() => {
    document.title = '登录 · 一云办税工作台';
  }, []);
  const onSignedIn = (me: StaffMeView) => {
    client.clear();
    client.setQueryData(keys.session, me);
    void navigate(from ?? homeOf(me), { replace: true });
  };
  return (
    <div className={styles.page}>
      <header className={styles.band}>
        <span>一云办税</span>
      </header>
      <main className={styles.body}>
        <div className={styles.form}>
          <h1>厅内工作台</h1>
          <p className={styles.lead}>供办税服务厅的窗口人员、专家和管理人员使用。</p>
          <SignInForm preset={preset} onSignedIn={onSignedIn} />
        </div>
        <div className={styles.aside}>
          <DemoAccounts onChoose={setPreset} />
          <h2>没有账号或忘记密码</h2>
          <p>请联系本厅管理员开通账号或重设密码。</p>
          <h2>连续输错密码</h2>
          <p>账号会暂时锁定，页面会说明何时可以再试。</p>
          <h2>纳税人办事</h2>
          <p>
            预约、查进度和咨询请用<a href="/m/">纳税人服务端</a>。
          </p>
        </div>
      </main>
    </div>
  );
}
