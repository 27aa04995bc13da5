import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { api } from '../../api/client';
import type { Fields } from '../../session/sign-in-form';
import styles from './sign-in-page.module.css';

/** Staff accounts of the demonstration, to fill in with one press; in production the server has none and nothing shows. */
export function DemoAccounts({ onChoose }: { onChoose: (fields: Fields) => void }) {
  const demo = useQuery({ queryKey: ['demo'], queryFn: () => api.demo.accounts(), retry: false });
  const accounts = demo.data?.filter(({ password }) => password !== null) ?? [];
  if (accounts.length === 0) return null;
  return (
    <section className={styles.demo} aria-labelledby="demo-accounts">
      <h2 id="demo-accounts">演示账号</h2>
      <p>这是演示系统，数据都是虚构的。选一个账号，再按“登录”。</p>
      <ul>
        {accounts.map(({ role, account, password, note }) => (
          <li key={account}>
            <Button size="small" onClick={() => onChoose({ account, password: password ?? '' })}>
              {role} <code>{account}</code>
            </Button>
            <span>{note}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
