import { AppError, addDays, daysBetween, instantAt, type LocalDate } from '@yiyun/shared';

const LONGEST_DAYS = 3 * 366;

/** Instants [from, until) of the local days asked about, both included. Refused when they make no sensible period. */
export function periodOf({ fromOn, untilOn }: { fromOn: LocalDate; untilOn: LocalDate }): {
  from: number;
  until: number;
} {
  const days = daysBetween(fromOn, untilOn);
  if (days < 0) throw invalid('结束日期不能早于开始日期');
  if (days > LONGEST_DAYS) throw invalid('一次最多查看三年');
  return { from: instantAt(fromOn, 0), until: instantAt(addDays(untilOn, 1), 0) };
}

function invalid(message: string): AppError {
  const refusal = new AppError('request.invalid');
  refusal.fields = [{ path: 'untilOn', message }];
  return refusal;
}
