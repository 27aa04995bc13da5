import { describe, expect, it } from '@jest/globals';
import { queuePolicyRules } from '../contract/policies.js';
import { check } from '../rules.js';
import { defaultQueuePolicy, laneTimes, queuePolicyProblems, queuePolicySentences } from './queue-policy.js';

describe('the rules of a queue', () => {
  it('hold as they come', () => {
    expect(check(queuePolicyRules, defaultQueuePolicy)).toEqual([]);
    expect(queuePolicyProblems(defaultQueuePolicy)).toEqual([]);
    expect(laneTimes(defaultQueuePolicy, 'appointment')).toEqual({ targetMinutes: 10, boundMinutes: 30 });
  });

  it('a bound is not below its target', () => {
    expect(queuePolicyProblems({ ...defaultQueuePolicy, priorityBoundMinutes: 4 })).toEqual([
      { path: 'priorityBoundMinutes', message: '绿色通道的等候上限不能小于目标等候' },
    ]);
  });

  it('who can be overtaken has no less patience than who overtakes', () => {
    expect(queuePolicyProblems({ ...defaultQueuePolicy, simpleBoundMinutes: 54 })).toEqual([
      { path: 'simpleBoundMinutes', message: '预约可排到简易事项之前，简易事项的等候上限至少55分钟' },
    ]);
    expect(queuePolicyProblems({ ...defaultQueuePolicy, simpleBoundMinutes: 55 })).toEqual([]);
  });

  it('lanes with equal targets never overtake each other and may differ in patience', () => {
    const alike = {
      priorityTargetMinutes: 0,
      appointmentTargetMinutes: 0,
      simpleTargetMinutes: 0,
      complexTargetMinutes: 0,
    };
    expect(queuePolicyProblems({ ...defaultQueuePolicy, ...alike })).toEqual([]);
  });

  it('are said in plain words, the lanes in the order of their targets', () => {
    const sentences = queuePolicySentences(defaultQueuePolicy);
    expect(sentences.slice(1, 5).map((sentence) => sentence.split('：')[0])).toEqual([
      '绿色通道',
      '预约',
      '简易事项',
      '复杂事项',
    ]);
    expect(sentences.join('')).toContain('隔3位再叫');
    const apart = queuePolicySentences({ ...defaultQueuePolicy, complexApart: true, returnAfterCalls: 0 }).join('');
    expect(apart).toContain('复杂事项只在标明');
    expect(apart).toContain('按原来的应叫时间');
  });
});
