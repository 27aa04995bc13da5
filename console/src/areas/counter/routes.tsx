import type { RouteObject } from 'react-router';
import { Page } from '../../layout/page';

/** Pages of the counter. */
export const counterRoutes: RouteObject[] = [
  { path: 'appointments', element: <Page title="预约" /> },
  { path: 'cases', element: <Page title="办件" /> },
  { path: 'questions', element: <Page title="咨询" /> },
];
