import { sayInstant } from '@yiyun/shared';
import type { CallCause } from './phrases.js';

/** What a message about a closure must know. */
export interface AboutOffer {
  hallName: string;
  reason: string;
  /** When the visit that can't take place would have begun. */
  startsAt: number;
  /** How many places are held. */
  held: number;
  /** Until when the first of them is held. */
  heldUntil: number;
  /** When it is said. */
  at: number;
}
interface Text {
  title: string;
  body: string;
}

const sorry = ({ hallName, reason, startsAt, at }: AboutOffer): string =>
  `很抱歉，${hallName}因${reason}停办，您${sayInstant(startsAt, at)}的预约不能办理，不计入取消或爽约。`;

export const offerText = (about: AboutOffer): Text => ({
  title: '预约遇停办，请选择新的时间',
  body: `${sorry(about)}已为您保留${about.held}个时间，请在${sayInstant(about.heldUntil, about.at)}前选定一个；都不合适可请工作人员来电。`,
});

/** Nothing where the person knows already that somebody will call. */
export function callText(about: AboutOffer, cause: CallCause): Text | undefined {
  if (cause === 'fewFound' || cause === 'noAccount') {
    const some = about.held > 0 ? `已先为您保留${about.held}个时间，可点开选择；` : '';
    return { title: '预约遇停办，我们会致电您', body: `${sorry(about)}${some}工作人员会尽快致电与您商定时间。` };
  }
  if (cause === 'expired') {
    return { title: '保留的时间已过', body: '为您保留的改约时间已过，工作人员会致电与您商定新的时间。' };
  }
  return undefined;
}

export const givenUpText = (): Text => ({
  title: '我们没有联系上您',
  body: '因停办需要改约，我们多次致电未能联系上您。您可以点开后请工作人员再次来电，或直接重新预约。',
});
