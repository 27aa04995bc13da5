import type { RouteObject } from 'react-router';
import { ForRoles } from '../../layout/dead-ends';
import { rights } from '../../layout/menu';
import { NeedsHall } from '../../session/hall';
import { AppointmentsPage } from './appointments/appointments-page';
import { CasePage } from './cases/case-page';
import { CasesPage } from './cases/cases-page';
import { NewCasePage } from './cases/new-case-page';
import { ReceiptPage } from './cases/receipt-page';
import { QuestionPage } from './questions/question-page';
import { QuestionsPage } from './questions/questions-page';
import { TodayPage } from './today/today-page';

/** Pages of the counter: a hall's business, and the questions of all halls. */
export const counterRoutes: RouteObject[] = [
  {
    element: <ForRoles roles={rights.hall} />,
    children: [
      {
        element: <NeedsHall />,
        children: [
          { path: 'today', element: <TodayPage /> },
          { path: 'appointments', element: <AppointmentsPage /> },
          { path: 'cases', element: <CasesPage /> },
          { path: 'cases/new', element: <NewCasePage /> },
          { path: 'cases/:caseId', element: <CasePage /> },
          { path: 'cases/:caseId/receipt', element: <ReceiptPage /> },
        ],
      },
    ],
  },
  {
    element: <ForRoles roles={rights.questions} />,
    children: [
      { path: 'questions', element: <QuestionsPage /> },
      { path: 'questions/:helpRequestId', element: <QuestionPage /> },
    ],
  },
];
