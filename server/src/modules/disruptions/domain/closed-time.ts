import { AppError, type DisruptionBody, instantAt, isLocalDate, type MatterGroup } from '@yiyun/shared';

/** The time and the matters that a disruption closes. */
export interface ClosedTime {
  group: MatterGroup | null;
  fromAt: number;
  untilAt: number;
}

/** Reads what a manager asks for. Refuses a time that does not exist or is over, and a group that was not named. */
export function closedTimeOf({ scope, group, from, until }: DisruptionBody, now: number): ClosedTime {
  if (scope === 'group' && group === undefined) throw invalid('group', '请选择停办的事项');
  const [fromAt, untilAt] = [instantOf(from), instantOf(until)];
  if (fromAt === undefined) throw invalid('from', '开始时间不正确');
  if (untilAt === undefined) throw invalid('until', '结束时间不正确');
  if (untilAt <= fromAt || untilAt <= now) throw new AppError('disruption.time_invalid');
  return { group: scope === 'group' ? (group ?? null) : null, fromAt, untilAt };
}

/** The instant of `2026-11-30 14:00` in Asia/Shanghai. */
function instantOf(text: string): number | undefined {
  const [on = '', time = ''] = text.split(' ');
  const [hours = 99, minutes = 99] = time.split(':').map(Number);
  return isLocalDate(on) && hours < 24 && minutes < 60 ? instantAt(on, hours * 60 + minutes) : undefined;
}

function invalid(path: string, message: string): AppError {
  const error = new AppError('request.invalid');
  error.fields = [{ path, message }];
  return error;
}
