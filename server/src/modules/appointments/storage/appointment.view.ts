import {
  type AppointmentActor,
  type AppointmentView,
  appointmentMoves,
  availableActions,
  type BookingPolicyRules,
  checkInTimes,
  maskName,
  type StaffAppointmentView,
} from '@yiyun/shared';
import type { PersonalData } from '../../../platform/crypto/personal-data.js';
import type { Hall } from '../../halls/index.js';
import type { CitizenContact, Taxpayer } from '../../identity/index.js';
import type { Matter } from '../../matters/index.js';
import type { AppointmentRow } from './appointment.entities.js';
import { QR_PREFIX } from './appointment.repository.js';

/** What a view needs besides the row; all of it from caches or one look-up a page. */
export interface AppointmentParts {
  hall: Pick<Hall, 'id' | 'name' | 'address' | 'telephone'>;
  /** In the order of the row's. */
  matters: readonly Pick<Matter, 'id' | 'name' | 'supportingDocuments' | 'confirmation' | 'onlineHint'>[];
  taxpayer: Taxpayer;
  rules: Pick<BookingPolicyRules, 'checkInEarlyMinutes' | 'checkInLateMinutes'>;
  now: number;
}

/** A hold whose time is over is over, although nothing has ended it yet. */
const isOver = ({ heldUntil }: Pick<AppointmentRow, 'heldUntil'>, now: number): boolean =>
  heldUntil !== null && heldUntil <= now;

export function appointmentView(
  row: AppointmentRow,
  parts: AppointmentParts,
  personalData: Pick<PersonalData, 'open'>,
  actor: AppointmentActor = 'citizen',
): AppointmentView {
  const { hall, taxpayer, rules, now } = parts;
  const status = isOver(row, now) ? 'expired' : row.status;
  const checkIn = checkInTimes(row, rules);
  const [matter, ...furtherMatters] = parts.matters.map(({ id, name, supportingDocuments }) => ({
    id,
    name,
    supportingDocuments,
  })) as [AppointmentView['matter'], ...AppointmentView['furtherMatters']];
  return {
    id: row.id,
    referenceNo: row.referenceNo,
    status,
    version: row.version,
    hall: { id: hall.id, name: hall.name, address: hall.address, telephone: hall.telephone },
    matter,
    furtherMatters,
    taxpayer: {
      id: taxpayer.id,
      name: taxpayer.kind === 'individual' && actor === 'officer' ? maskName(taxpayer.name) : taxpayer.name,
    },
    startsAt: row.startsAt,
    endsAt: row.endsAt,
    note: row.noteSealed === null ? null : personalData.open(row.noteSealed),
    reason: row.reasonSealed === null ? null : personalData.open(row.reasonSealed),
    cancelledBy: row.cancelledBy,
    bookedAt: row.bookedAt,
    heldUntil: status === 'held' ? row.heldUntil : null,
    checkInFrom: checkIn.from,
    checkInUntil: checkIn.until,
    rescheduledToId: row.rescheduledToId,
    rescheduledFromId: row.rescheduledFromId,
    offeredBy: row.offeredBy,
    qrText: QR_PREFIX + row.referenceNo,
    availableActions: availableActions(appointmentMoves, status, actor),
  };
}

export function staffAppointmentView(
  row: AppointmentRow,
  parts: AppointmentParts,
  citizen: CitizenContact,
  personalData: Pick<PersonalData, 'open'>,
): StaffAppointmentView {
  const byOfficer = parts.matters.some(({ confirmation }) => confirmation === 'officer');
  return {
    ...appointmentView(row, parts, personalData, 'officer'),
    citizen: { name: citizen.name || '未填写姓名', maskedPhone: citizen.maskedPhone ?? '' },
    uscc: parts.taxpayer.uscc,
    confirmation: byOfficer ? 'officer' : 'automatic',
    escalatedAt: row.escalatedAt,
    onSiteReason: row.onSiteReason,
    onlineHint: parts.matters[0]?.onlineHint ?? null,
  };
}
