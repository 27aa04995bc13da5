import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { Navigate, useLocation, useParams } from 'react-router';
import { api } from '../../api/client';
import { asFailure, isSignedOut } from '../../api/errors';
import { keys } from '../../api/keys';
import { ErrorResult } from '../../components/error-result';
import { Me, worksAt } from '../../session/me';
import { useSession } from '../../session/session';
import { SignInAgain } from '../../session/sign-in-again';
import { Kiosk } from './kiosk';
import styles from './kiosk.module.css';

/** The machine at the door. An officer signs in on it in the morning; then everybody draws his own number. */
export function KioskPage() {
  const { hallId = '' } = useParams();
  const location = useLocation();
  const session = useSession();
  const hall = useQuery({ queryKey: keys.hall(hallId), queryFn: () => api.halls.get({ params: { hallId } }) });
  useEffect(() => {
    document.title = '自助取号 · 一云办税';
  }, []);
  const failure = session.error ?? hall.error;
  if (failure && !(session.data && hall.data)) {
    const error = asFailure(failure);
    if (isSignedOut(error)) return <Navigate to="/" replace state={{ from: location.pathname }} />;
    return (
      <main className={styles.outside}>
        <h1>自助取号</h1>
        <ErrorResult
          title="没能打开自助取号"
          error={error}
          onRetry={() => void Promise.all([session.refetch(), hall.refetch()])}
        />
      </main>
    );
  }
  if (!session.data || !hall.data)
    return <main className={styles.outside} role="status" aria-label="正在打开自助取号" />;
  if (!worksAt(session.data, hallId)) {
    return (
      <main className={styles.outside}>
        <h1>自助取号</h1>
        <p>这台机器要由{hall.data.name}的窗口人员登录后使用。</p>
      </main>
    );
  }
  return (
    <Me.Provider value={session.data}>
      <Kiosk hall={hall.data} />
      <SignInAgain />
    </Me.Provider>
  );
}
