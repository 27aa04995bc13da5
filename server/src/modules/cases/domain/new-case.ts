import { AppError, type OpenCaseBody } from '@yiyun/shared';

/** Somebody at the counter without an appointment, with everything that a case needs. */
export interface WalkIn {
  matterId: string;
  applicantName: string;
  applicantPhone: string;
  /** Null for an individual. */
  uscc: string | null;
  /** The enterprise, or the person for whom it is done. */
  taxpayerName: string;
  /** The ticket that is being served; null without one. */
  ticketId: string | null;
}
export type NewCase = { from: 'appointment'; appointmentId: string } | ({ from: 'walkIn' } & WalkIn);

const walkInFields = ['ticketId', 'matterId', 'applicantName', 'applicantPhone', 'uscc', 'taxpayerName'] as const;
const needed = { matterId: '请选择事项', applicantName: '请填写办理人姓名', applicantPhone: '请填写办理人手机号' };

/** What a case is opened from. Refuses a form that mixes an appointment with what would be asked of a walk-in. */
export function newCaseOf(body: OpenCaseBody): NewCase {
  if (body.appointmentId !== undefined) {
    const extra = walkInFields.filter((field) => body[field] !== undefined);
    if (extra.length > 0) throw invalid(extra.map((path) => ({ path, message: '已选预约，这一项以预约为准，请留空' })));
    return { from: 'appointment', appointmentId: body.appointmentId };
  }
  const { matterId, applicantName, applicantPhone, uscc = null, ticketId = null } = body;
  const missing = Object.entries(needed)
    .filter(([path]) => body[path as keyof typeof needed] === undefined)
    .map(([path, message]) => ({ path, message }));
  if (uscc !== null && body.taxpayerName === undefined) {
    missing.push({ path: 'taxpayerName', message: '请填写纳税人名称' });
  }
  if (missing.length > 0 || matterId === undefined || applicantName === undefined || applicantPhone === undefined) {
    throw invalid(missing);
  }
  const taxpayerName = body.taxpayerName ?? applicantName;
  return { from: 'walkIn', matterId, applicantName, applicantPhone, uscc, taxpayerName, ticketId };
}

function invalid(fields: { path: string; message: string }[]): AppError {
  const refusal = new AppError('request.invalid');
  refusal.fields = fields;
  return refusal;
}
