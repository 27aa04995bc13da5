import { Outlet, type RouteObject } from 'react-router';
import { ForRoles } from '../../layout/dead-ends';
import { rights } from '../../layout/menu';
import { NeedsHall } from '../../session/hall';
import { AppealsPage } from './appeals/appeals-page';
import { CalendarBanner } from './calendar/calendar-banner';
import { CalendarPage } from './calendar/calendar-page';
import { CapacityPage } from './capacity/capacity-page';
import { DayPage } from './day/day-page';
import { DisruptionPage } from './disruptions/disruption-page';
import { DisruptionsPage } from './disruptions/disruptions-page';
import { NewDisruptionPage } from './disruptions/new-disruption-page';
import { HallPage } from './halls/hall-page';
import { HallsPage } from './halls/halls-page';
import { HotQuestionPage } from './hot-questions/hot-question-page';
import { HotQuestionsPage } from './hot-questions/hot-questions-page';
import { SavingsPage } from './hot-questions/savings-page';
import { NewNoticePage } from './notices/new-notice-page';
import { NoticePage } from './notices/notice-page';
import { NoticesPage } from './notices/notices-page';
import { NewPolicyPage } from './policies/new-policy-page';
import { PoliciesPage } from './policies/policies-page';
import { PolicyPage } from './policies/policy-page';
import { QueuePolicyPage } from './queue-policy/queue-policy-page';
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
  {
    element: <NeedsHall />,
    children: [
      { path: 'day', element: <DayPage /> },
      { path: 'queue-policy', element: <QueuePolicyPage /> },
    ],
  },
  { path: 'disruptions', element: <DisruptionsPage /> },
  { path: 'disruptions/new', element: <NewDisruptionPage /> },
  { path: 'disruptions/:disruptionId', element: <DisruptionPage /> },
  { path: 'booking-policies', element: <PoliciesPage /> },
  { path: 'booking-policies/new', element: <NewPolicyPage /> },
  { path: 'booking-policies/:bookingPolicyId', element: <PolicyPage /> },
  { path: 'appeals', element: <AppealsPage /> },
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
  { path: 'capacity', element: <CapacityPage /> },
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
