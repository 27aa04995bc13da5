import { Skeleton } from 'antd';
import { useEffect, useRef } from 'react';
import { Navigate, Outlet, useLocation } from 'react-router';
import { asFailure, isSignedOut } from '../api/errors';
import { live, useLiveQueries } from '../api/use-live';
import { ErrorResult } from '../components/error-result';
import { FirstPassword } from '../session/first-password';
import { HallProvider } from '../session/hall';
import { Me } from '../session/me';
import { useSession } from '../session/session';
import { SignInAgain } from '../session/sign-in-again';
import { ErrorBoundary } from './error-boundary';
import { Header } from './header';
import styles from './shell.module.css';
import { SideMenu } from './side-menu';

/** The frame of every page after sign-in. Shows nothing of a page before it knows who is signed in. */
export function Shell() {
  const session = useSession();
  const location = useLocation();
  const me = session.data;

  if (session.error && !me) {
    const error = asFailure(session.error);
    if (isSignedOut(error)) return <Navigate to="/" replace state={{ from: location.pathname + location.search }} />;
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
  if (me.mustChangePassword) return <FirstPassword me={me} />;
  return (
    <Me.Provider value={me}>
      <HallProvider>
        <LiveQueries />
        <div className={styles.shell}>
          <a className={styles.skip} href="#main">
            跳到主要内容
          </a>
          <Header />
          <SideMenu />
          <Main path={location.pathname} />
        </div>
        <SignInAgain />
      </HallProvider>
    </Me.Provider>
  );
}

/** Listens for the whole shell, and starts and stops the stream with it. */
function LiveQueries() {
  useLiveQueries();
  useEffect(() => {
    live.start();
    return () => live.stop();
  }, []);
  return null;
}

/** The page itself. Another page starts at its top with the focus; a fault of one page leaves the others. */
function Main({ path }: { path: string }) {
  const main = useRef<HTMLElement>(null);
  const isFirst = useRef(true);
  useEffect(() => {
    // A page that has put the focus into a field of its own keeps it.
    if (!isFirst.current && !main.current?.contains(document.activeElement)) main.current?.focus();
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
