import {
  type AppointmentActor,
  type AppointmentView,
  appointmentMoves,
  availableActions,
  maskName,
  type StaffAppointmentView,
} from '@yiyun/shared';
import type { PersonalData } from '../../../platform/crypto/personal-data.js';
import type { Hall } from '../../halls/index.js';
import type { CitizenContact, Taxpayer } from '../../identity/index.js';
import type { Matter } from '../../matters/index.js';
import type { AppointmentRow } from './appointment.entities.js';

/** What a view needs besides the row; all of it from caches or one look-up a page. */
export interface AppointmentParts {
  hall: Pick<Hall, 'id' | 'name' | 'address' | 'telephone'>;
  matter: Pick<Matter, 'id' | 'name' | 'supportingDocuments' | 'confirmation'>;
  taxpayer: Taxpayer;
}

/** Numbers that a raw query gave as text. */
export const fromRaw = (row: AppointmentRow): AppointmentRow => ({
  ...row,
  version: Number(row.version),
  startsAt: Number(row.startsAt),
  endsAt: Number(row.endsAt),
  bookedAt: Number(row.bookedAt),
});

export function appointmentView(
  row: AppointmentRow,
  parts: AppointmentParts,
  personalData: Pick<PersonalData, 'open'>,
  actor: AppointmentActor = 'citizen',
): AppointmentView {
  const { hall, matter, taxpayer } = parts;
  return {
    id: row.id,
    referenceNo: row.referenceNo,
    status: row.status,
    version: row.version,
    hall: { id: hall.id, name: hall.name, address: hall.address, telephone: hall.telephone },
    matter: { id: matter.id, name: matter.name, supportingDocuments: matter.supportingDocuments },
    taxpayer: {
      id: taxpayer.id,
      name: taxpayer.kind === 'individual' && actor === 'officer' ? maskName(taxpayer.name) : taxpayer.name,
    },
    startsAt: row.startsAt,
    endsAt: row.endsAt,
    note: row.noteSealed === null ? null : personalData.open(row.noteSealed),
    reason: row.reasonSealed === null ? null : personalData.open(row.reasonSealed),
    bookedAt: row.bookedAt,
    qrText: `YIYUN:${row.referenceNo}`,
    availableActions: availableActions(appointmentMoves, row.status, actor),
  };
}

export function staffAppointmentView(
  row: AppointmentRow,
  parts: AppointmentParts,
  citizen: CitizenContact,
  personalData: Pick<PersonalData, 'open'>,
): StaffAppointmentView {
  return {
    ...appointmentView(row, parts, personalData, 'officer'),
    citizen: { name: citizen.name || '未填写姓名', maskedPhone: citizen.maskedPhone ?? '' },
    uscc: parts.taxpayer.uscc,
    confirmation: parts.matter.confirmation,
  };
}
