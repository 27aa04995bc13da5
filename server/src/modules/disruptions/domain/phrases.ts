import { type CallResult, callResultNames, sayInstant } from '@yiyun/shared';
import type { Phrase } from '../../records/index.js';

/** Why somebody is put on the call list. */
export type CallCause = 'fewFound' | 'noAccount' | 'unread' | 'expired' | 'asked';
const causes: Record<CallCause, string> = {
  fewFound: '可选的时间不足三个',
  noAccount: '没有用过手机办理',
  unread: '未查看改约方案',
  expired: '保留的时间已过',
  asked: '本人请工作人员来电',
};

/** How the steps of a closure, and of everybody whom it affects, read in a service record. */
export const disruptionPhrases: Readonly<Record<string, Phrase>> = {
  DisruptionDeclared: (facts) =>
    `停办：${String(facts.reason)}，${sayInstant(Number(facts.fromAt), Number(facts.createdAt))}起，影响预约${String(facts.affected)}个`,
  DisruptionWidened: (facts) => `停办又涉及预约${String(facts.affected)}个`,
  PartyAffected: '预约因停办不能办理，正在安排其他时间',
  AlternativesOffered: (facts) => `已保留${(facts.alternativeIds as string[]).length}个时间供选择`,
  OfferPreparedAgain: '保留的时间也因停办取消，重新安排',
  PutOnCallList: (facts) => `由工作人员电话联系：${causes[facts.cause as CallCause]}`,
  AlternativeChosen: '选定了新的时间',
  CallerNamed: '改由另一位工作人员联系',
  CallAsked: '没有合适的时间，请工作人员来电',
  CallNoted: (facts) => `致电${callResultNames[facts.result as CallResult]}`,
  RebookedByPhone: '电话中商定了新的时间',
  CallsGivenUp: '多次致电未联系上',
  VisitDeclined: '电话中表示不再办理',
  OfferViewed: '查看改约方案',
  CallTaskViewed: '查看待联系人的电话',
};
