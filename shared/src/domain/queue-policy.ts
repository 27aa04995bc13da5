import type { QueuePolicyRules } from '../contract/policies.js';
import { type Lane, laneNames, lanes } from '../contract/queue.js';

/** How a hall calls where nobody has set anything else. */
export const defaultQueuePolicy: QueuePolicyRules = {
  priorityTargetMinutes: 5,
  priorityBoundMinutes: 20,
  appointmentTargetMinutes: 10,
  appointmentBoundMinutes: 30,
  simpleTargetMinutes: 35,
  simpleBoundMinutes: 70,
  complexTargetMinutes: 50,
  complexBoundMinutes: 100,
  complexApart: false,
  returnAfterCalls: 3,
  crowdedAbove: 20,
  windowOpenRatePercent: 70,
};

export interface LaneTimes {
  targetMinutes: number;
  boundMinutes: number;
}

export const laneTimes = (rules: QueuePolicyRules, lane: Lane): LaneTimes => ({
  targetMinutes: rules[`${lane}TargetMinutes`],
  boundMinutes: rules[`${lane}BoundMinutes`],
});

/**
 * Why rules can't hold, a field each; empty when they can. A bound is never below its target; and a lane that may
 * overtake another has no more patience (bound − target) than that one, or somebody could wait past his bound while
 * later people within theirs are called.
 */
export function queuePolicyProblems(rules: QueuePolicyRules): { path: keyof QueuePolicyRules; message: string }[] {
  const all = lanes.map((lane) => {
    const { targetMinutes, boundMinutes } = laneTimes(rules, lane);
    return { lane, target: targetMinutes, patience: boundMinutes - targetMinutes };
  });
  return all.flatMap(({ lane, target, patience }) => {
    const path = `${lane}BoundMinutes` as const;
    if (patience < 0) return [{ path, message: `${laneNames[lane]}的等候上限不能小于目标等候` }];
    const hastier = all.find((other) => other.target < target && other.patience > patience);
    if (!hastier) return [];
    const atLeast = target + hastier.patience;
    const message = `${laneNames[hastier.lane]}可排到${laneNames[lane]}之前，${laneNames[lane]}的等候上限至少${atLeast}分钟`;
    return [{ path, message }];
  });
}

/** The rules in plain words, a sentence each. */
export function queuePolicySentences(rules: QueuePolicyRules): string[] {
  const inOrder = [...lanes].sort((a, b) => laneTimes(rules, a).targetMinutes - laneTimes(rules, b).targetMinutes);
  const said = inOrder.map((lane) => {
    const { targetMinutes, boundMinutes } = laneTimes(rules, lane);
    return `${laneNames[lane]}：争取${targetMinutes}分钟内叫到；超过${boundMinutes}分钟后，不再有后到而未超时的人排在前面。`;
  });
  return [
    '每张号取号时就定下应叫时间（开始等候的时间加上本通道的目标等候），先到应叫时间的先叫，之后不再变动。',
    ...said,
    rules.complexApart
      ? '复杂事项只在标明办理复杂事项的窗口叫号，不占用其他窗口。'
      : '一窗式：凡能办理所需事项的窗口都叫号，简易和复杂事项不分窗口。',
    rules.returnAfterCalls === 0
      ? '过号返回后，按原来的应叫时间排队。'
      : `过号返回后，隔${rules.returnAfterCalls}位再叫。`,
    `等候超过${rules.crowdedAbove}人时，建议值班领导开应急窗口；窗口开设率低于${rules.windowOpenRatePercent}%时提醒。`,
  ];
}
