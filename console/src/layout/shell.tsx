import { useQueryClient } from '@tanstack/react-query';
import { Skeleton } from 'antd';
import { useEffect, useRef } from 'react';
import { Navigate, Outlet, useLocation, useNavigate } from 'react-router';
import { asApiError } from '../api/errors';
import { live } from '../api/use-live';
import { ErrorResult } from '../components/error-result';
import { sessionEnded } from '../session/ended';
import { Me } from '../session/me';
import { signOut, useSession } from '../session/session';
import { SignInAgain } from '../session/sign-in-again';
import { ErrorBoundary } from './error-boundary';
import { Header } from './header';
import styles from './shell.module.css';
import { SideMenu } from './side-menu';

/** The frame of every page after sign-in. Shows nothing of a page before it knows who is signed in. */
export function Shell() {
  const session = useSession();
  const location = useLocation();
  const navigate = useNavigate();
  const client = useQueryClient();
  const me = session.data;
  const isIn = me !== undefined;

  useEffect(() => {
    if (!isIn) return;
    live.start();
    return () => live.stop();
  }, [isIn]);

  const leave = async () => {
    await signOut();
    client.clear();
    sessionEnded.set(false);
    await navigate('/');
  };

  if (session.error && !me) {
    const error = asApiError(session.error);
    if (error.isSignedOut) return <Navigate to="/" replace state={{ from: location.pathname + location.search }} />;
    return (
      <main className={styles.alone}>
        <ErrorResult title="没能打开工作台" error={error} onRetry={() => void session.refetch()} />
      </main>
    );
  }
  if (!me) {
    return (
      <main className={styles.alone} role="status" aria-label="正在打开工作台">
        <Skeleton />
      </main>
    );
  }
  return (
    <Me.Provider value={me}>
      <div className={styles.shell}>
        <a className={styles.skip} href="#main">
          跳到主要内容
        </a>
        <Header onSignOut={() => void leave()} />
        <SideMenu />
        <Main path={location.pathname} />
      </div>
      <SignInAgain />
    </Me.Provider>
  );
}

/** The page itself. Another page starts at its top with the focus; a fault of one page leaves the others. */
function Main({ path }: { path: string }) {
  const main = useRef<HTMLElement>(null);
  const isFirst = useRef(true);
  useEffect(() => {
    if (!isFirst.current) main.current?.focus();
    isFirst.current = false;
  }, [path]);
  return (
    <main id="main" ref={main} tabIndex={-1} className={styles.main}>
      <ErrorBoundary key={path}>
        <Outlet />
      </ErrorBoundary>
    </main>
  );
}
