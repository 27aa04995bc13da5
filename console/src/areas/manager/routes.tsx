import { Outlet, type RouteObject } from 'react-router';
import { ForRoles } from '../../layout/dead-ends';
import { rights } from '../../layout/menu';
import { CalendarBanner } from './calendar/calendar-banner';
import { CalendarPage } from './calendar/calendar-page';
import { HallPage } from './halls/hall-page';
import { HallsPage } from './halls/halls-page';
import { HotQuestionPage } from './hot-questions/hot-question-page';
import { HotQuestionsPage } from './hot-questions/hot-questions-page';
import { SavingsPage } from './hot-questions/savings-page';
import { NewNoticePage } from './notices/new-notice-page';
import { NoticePage } from './notices/notice-page';
import { NoticesPage } from './notices/notices-page';
import { RecordsPage } from './records/records-page';
import { StaffPage } from './staff/staff-page';

/** Every page of the managers says when the calendar is about to end. */
function WithBanner() {
  return (
    <>
      <CalendarBanner />
      <Outlet />
    </>
  );
}

const insightRoutes: RouteObject[] = [
  { path: 'hot-questions', element: <HotQuestionsPage /> },
  { path: 'hot-questions/savings', element: <SavingsPage /> },
  { path: 'hot-questions/:clusterId', element: <HotQuestionPage /> },
  { path: 'notices', element: <NoticesPage /> },
  { path: 'notices/new', element: <NewNoticePage /> },
  { path: 'notices/:noticeId', element: <NoticePage /> },
  { path: 'records', element: <RecordsPage /> },
];

const settingRoutes: RouteObject[] = [
  { path: 'halls', element: <HallsPage /> },
  { path: 'halls/:hallId', element: <HallPage /> },
  { path: 'calendar', element: <CalendarPage /> },
  { path: 'staff', element: <StaffPage /> },
];

/** Pages of the managers, and those of administrators among them. */
export const managerRoutes: RouteObject[] = [
  {
    element: <ForRoles roles={rights.settings} />,
    children: [
      {
        element: <WithBanner />,
        children: [{ element: <ForRoles roles={rights.insights} />, children: insightRoutes }, ...settingRoutes],
      },
    ],
  },
];
