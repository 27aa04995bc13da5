import type { RouteObject } from 'react-router';
import { Page } from '../../layout/page';

/** Pages of the managers. */
export const managerRoutes: RouteObject[] = [
  { path: 'hot-questions', element: <Page title="热点问题" /> },
  { path: 'notices', element: <Page title="通知公告" /> },
  { path: 'halls', element: <Page title="办税厅" /> },
  { path: 'staff', element: <Page title="人员" /> },
];
