import type { StrikeView } from '@yiyun/shared';
import type { PersonalData } from '../../../platform/crypto/personal-data.js';
import type { StrikeWithAppointment } from './strike.repository.js';

/** A strike as its citizen reads it; `citizenId` of the reader decides whether he may appeal. */
export function strikeView(
  row: StrikeWithAppointment,
  parts: { matterName: string; counts: boolean; readerId?: string },
  personalData: Pick<PersonalData, 'open'>,
): StrikeView {
  const opened = (sealed: string | null): string | null => (sealed === null ? null : personalData.open(sealed));
  const isMine = row.citizenId === parts.readerId;
  return {
    appointmentId: row.id,
    referenceNo: row.referenceNo,
    kind: row.kind,
    matterName: parts.matterName,
    startsAt: row.startsAt,
    at: row.at,
    counts: parts.counts && row.appealStatus !== 'upheld',
    appeal:
      row.appealStatus === null || (parts.readerId !== undefined && !isMine)
        ? null
        : {
            status: row.appealStatus,
            statement: opened(row.statementSealed) ?? '',
            submittedAt: row.appealedAt ?? row.at,
            reply: opened(row.replySealed),
            decidedAt: row.decidedAt,
          },
    canAppeal: isMine && row.appealStatus === null,
  };
}
