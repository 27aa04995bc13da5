import {
  availableActions,
  CalendarRangeError,
  type CaseActor,
  type CaseDetailView,
  type CaseSummaryView,
  caseMoves,
  closedCaseStatuses,
  localDateOf,
  maskName,
  maskPhone,
  type PublicCaseView,
  type StaffCaseDetailView,
  type StaffCaseView,
  type TimelineEntry,
  type WorkingCalendar,
  workingDaysBetween,
} from '@yiyun/shared';
import type { PersonalData } from '../../../platform/crypto/personal-data.js';
import type { Hall } from '../../halls/index.js';
import type { Matter } from '../../matters/index.js';
import { resumeClock } from '../domain/sla-clock.js';
import { publicSteps } from '../domain/steps.js';
import type { ServiceCaseRow } from './case.entity.js';

/** What a view needs besides the row; all of it from memory. */
export interface CaseParts {
  hall: Hall;
  matter: Matter;
  calendar: WorkingCalendar;
  now: number;
  personalData: Pick<PersonalData, 'open'>;
}

const ERASED = '已清除';
/** Of a citizen who never gave a name. */
const NAMELESS = '未填写姓名';

function summaryOf(row: ServiceCaseRow, parts: CaseParts, viewer: CaseActor | 'reader'): CaseSummaryView {
  const paused = row.status === 'correctionRequested';
  return {
    id: row.id,
    receiptNo: row.receiptNo,
    status: row.status,
    version: row.version,
    hall: { id: parts.hall.id, name: parts.hall.name },
    matter: { id: parts.matter.id, name: parts.matter.name },
    taxpayerName: row.enterpriseName ?? personNameOf(row, parts, viewer !== 'citizen'),
    openedAt: row.openedAt,
    acceptedAt: row.acceptedAt,
    dueAt: dueAtOf(row, parts),
    workingDaysLeft: workingDaysLeftOf(row, parts),
    paused,
    closedAt: row.closedAt,
    availableActions: viewer === 'reader' ? [] : availableActions(caseMoves, row.status, viewer),
  };
}

export const citizenSummaryViewOf = (row: ServiceCaseRow, parts: CaseParts): CaseSummaryView =>
  summaryOf(row, parts, 'citizen');

export const citizenDetailViewOf = (
  row: ServiceCaseRow,
  parts: CaseParts,
  timeline: TimelineEntry[],
): CaseDetailView => ({
  ...citizenSummaryViewOf(row, parts),
  hallAddress: parts.hall.address,
  hallTelephone: parts.hall.telephone,
  ...contentOf(row, parts),
  timeline,
});

/** `mayAct` tells whether the caller serves at this hall; managers only read. */
export const staffViewOf = (
  row: ServiceCaseRow,
  parts: CaseParts,
  ownerName: string,
  mayAct: boolean,
): StaffCaseView => ({
  ...summaryOf(row, parts, mayAct ? 'officer' : 'reader'),
  applicant: {
    name: (opened(parts, row.applicantNameSealed) ?? ERASED) || NAMELESS,
    maskedPhone: maskPhone(opened(parts, row.applicantPhoneSealed) ?? ''),
  },
  uscc: row.uscc,
  owner: { id: row.ownerId, name: ownerName },
});

export const staffDetailViewOf = (
  row: ServiceCaseRow,
  parts: CaseParts,
  ownerName: string,
  mayAct: boolean,
  timeline: TimelineEntry[],
): StaffCaseDetailView => ({
  ...staffViewOf(row, parts, ownerName, mayAct),
  ...contentOf(row, parts),
  promisedWorkingDays: row.limitWorkingDays,
  timeline,
});

export const publicViewOf = (
  row: ServiceCaseRow & { receiptNo: string; acceptedAt: number },
  parts: CaseParts,
  timeline: readonly TimelineEntry[],
): PublicCaseView => ({
  receiptNo: row.receiptNo,
  status: row.status,
  matterName: parts.matter.name,
  hallName: parts.hall.name,
  hallTelephone: parts.hall.telephone,
  maskedTaxpayerName: row.enterpriseName === null ? personNameOf(row, parts, true) : maskName(row.enterpriseName),
  acceptedAt: row.acceptedAt,
  dueAt: dueAtOf(row, parts),
  workingDaysLeft: workingDaysLeftOf(row, parts),
  steps: timeline.flatMap(({ at, kind }) => (publicSteps[kind] === undefined ? [] : [{ at, text: publicSteps[kind] }])),
});

function contentOf(row: ServiceCaseRow, parts: CaseParts) {
  const { correctionRequestedAt } = row;
  return {
    documents: row.documents,
    correction:
      correctionRequestedAt === null
        ? null
        : {
            request: opened(parts, row.correctionRequestSealed) ?? ERASED,
            requestedAt: correctionRequestedAt,
            answer: opened(parts, row.correctionAnswerSealed),
            answeredAt: row.correctionAnsweredAt,
          },
    outcome: opened(parts, row.outcomeSealed),
    appointmentId: row.appointmentId,
  };
}

const opened = ({ personalData }: CaseParts, sealed: string | null): string | null =>
  sealed === null ? null : personalData.open(sealed);

function personNameOf(row: ServiceCaseRow, parts: CaseParts, masked: boolean): string {
  const name = opened(parts, row.taxpayerNameSealed);
  if (name === null) return ERASED;
  if (name === '') return NAMELESS;
  return masked ? maskName(name) : name;
}

/** While the clock stands still: when it would be due if the taxpayer acted now. */
function dueAtOf(row: ServiceCaseRow, { calendar, now }: CaseParts): number | null {
  if (row.status !== 'correctionRequested') return row.dueAt;
  return withinCalendar(() => resumeClock(calendar, row, now).dueAt);
}

function workingDaysLeftOf(row: ServiceCaseRow, { calendar, now }: CaseParts): number | null {
  const { dueAt } = row;
  if (dueAt === null || closedCaseStatuses.includes(row.status)) return null;
  return withinCalendar(() => workingDaysBetween(calendar, localDateOf(now), localDateOf(dueAt - 1)));
}

/** What can't be known past the loaded years is not said. */
function withinCalendar<T>(ask: () => T): T | null {
  try {
    return ask();
  } catch (error) {
    if (error instanceof CalendarRangeError) return null;
    throw error;
  }
}
