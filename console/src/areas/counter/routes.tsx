import type { RouteObject } from 'react-router';
import { ForRoles } from '../../layout/dead-ends';
import { rights } from '../../layout/menu';
import { NeedsHall } from '../../session/hall';
import { AppointmentsPage } from './appointments/appointments-page';
import { BoardPage } from './board/board-page';
import { CallsPage } from './calls/calls-page';
import { CasePage } from './cases/case-page';
import { CasesPage } from './cases/cases-page';
import { NewCasePage } from './cases/new-case-page';
import { ReceiptPage } from './cases/receipt-page';
import { BookPage } from './desk/book-page';
import { DeskPage } from './desk/desk-page';
import { PaperPage } from './desk/paper-page';
import { QuestionPage } from './questions/question-page';
import { QuestionsPage } from './questions/questions-page';
import { TicketsPage } from './tickets/tickets-page';
import { TodayPage } from './today/today-page';

/** Pages of the counter: a hall's business, and the questions of all halls. */
export const counterRoutes: RouteObject[] = [
  {
    element: <ForRoles roles={rights.hall} />,
    children: [
      {
        element: <NeedsHall />,
        children: [
          { path: 'board', element: <BoardPage /> },
          { path: 'tickets', element: <TicketsPage /> },
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
    element: <ForRoles roles={rights.counter} />,
    children: [
      {
        element: <NeedsHall />,
        children: [
          { path: 'desk', element: <DeskPage /> },
          { path: 'desk/book', element: <BookPage /> },
          { path: 'desk/paper', element: <PaperPage /> },
          { path: 'calls', element: <CallsPage /> },
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
