import type { HelpStatus } from '@yiyun/shared';
import type { Tone } from '@/components';

export const helpTones: Record<HelpStatus, Tone> = {
  open: 'waiting',
  claimed: 'underway',
  answered: 'done',
  accepted: 'done',
  reopened: 'waiting',
  closed: 'off',
};

/** What a state means to the one who asked. */
export const helpNews: Record<HelpStatus, string> = {
  open: '已收到，正等工作人员解答。有答复会发消息告诉您。',
  claimed: '工作人员正在解答，有答复会发消息告诉您。',
  answered: '已有答复。解决了请采纳，没有解决可以继续追问。',
  accepted: '您已采纳答复。又有疑问时可以继续追问。',
  reopened: '已收到您的追问，正等工作人员解答。',
  closed: '这个问题已结束。',
};
