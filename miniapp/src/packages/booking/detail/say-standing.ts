import type { AppointmentStatus, AppointmentView } from '@yiyun/shared';
import { sayWhen, timeOf } from '@/lib/time';

/** What the state of an appointment means for the person, in a sentence. */
export function sayStanding(a: AppointmentView, nowAt: number): string {
  const from = a.checkInFrom > nowAt ? `${sayWhen(a.checkInFrom, nowAt)}起` : '现在';
  const words: Record<AppointmentStatus, string> = {
    held: '号替您占着，还没有提交。到时间没有提交就放回。',
    pending: '窗口正在看，结果会通知您，通常在一个工作日内。',
    confirmed: `位置为您留好了。${from}可以到厅签到，最晚 ${timeOf(a.checkInUntil)}。`,
    checkedIn: '已签到，请看您的号排到了哪里。',
    serving: '正在窗口办理。',
    completed: '已在窗口办过。',
    rejected: '没有通过。可以按下面的原因准备好，再约一次。',
    cancelled: a.cancelledBy === 'hall' ? '由办税服务厅取消，不算您取消。' : '您已取消，位置让给了别人。',
    noShow: '没有在规定时间到场，记一次爽约。有特殊情况可以申诉。',
    expired: '没有在保留时间内提交，号已放回。',
    rescheduled: '已改到别的时间，请看新的预约。',
  };
  return words[a.status];
}
