import { QueryClientProvider } from '@tanstack/react-query';
import { ConfigProvider } from 'antd';
import zhCN from 'antd/locale/zh_CN';
import { useLayoutEffect, useMemo } from 'react';
import { createBrowserRouter } from 'react-router';
import { RouterProvider } from 'react-router/dom';
import { createQueryClient } from './api/query-client';
import { PasswordPage } from './areas/account/password-page';
import { counterRoutes } from './areas/counter/routes';
import { KioskPage } from './areas/kiosk/kiosk-page';
import { managerRoutes } from './areas/manager/routes';
import { ScreenPage } from './areas/screen/screen-page';
import { SignInPage } from './areas/sign-in/sign-in-page';
import { Home, NotFound } from './layout/dead-ends';
import { Shell } from './layout/shell';
import { useStore } from './lib/store';
import { sessionEnded } from './session/ended';
import { textSize } from './text-size';
import { bodyPx, consoleTheme } from './theme';

const router = createBrowserRouter(
  [
    { path: '/', element: <SignInPage /> },
    { path: 'screen/:hallId', element: <ScreenPage /> },
    { path: 'kiosk/:hallId', element: <KioskPage /> },
    {
      element: <Shell />,
      children: [
        { path: 'counter', children: [{ index: true, element: <Home /> }, ...counterRoutes] },
        { path: 'manager', children: [{ index: true, element: <Home /> }, ...managerRoutes] },
        { path: 'account/password', element: <PasswordPage /> },
        { path: '*', element: <NotFound /> },
      ],
    },
  ],
  { basename: '/console' },
);

const queryClient = createQueryClient(() => sessionEnded.set(true));

/** The console: theme, language, data and pages. */
export function App() {
  const size = useStore(textSize);
  const theme = useMemo(() => consoleTheme(size), [size]);
  useLayoutEffect(() => {
    document.documentElement.style.fontSize = `${bodyPx[size]}px`;
  }, [size]);
  return (
    <ConfigProvider locale={zhCN} theme={theme} wave={{ disabled: true }} button={{ autoInsertSpace: false }}>
      <QueryClientProvider client={queryClient}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </ConfigProvider>
  );
}
