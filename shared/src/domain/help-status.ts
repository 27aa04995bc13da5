import type { StatusTable } from './status-table.js';

export const helpStatuses = ['open', 'claimed', 'answered', 'accepted', 'reopened', 'closed'] as const;
export type HelpStatus = (typeof helpStatuses)[number];
export type HelpActor = 'citizen' | 'officer';
export type HelpAction = 'claim' | 'release' | 'answer' | 'accept' | 'reopen' | 'close';

export const helpStatusNames: Record<HelpStatus, string> = {
  open: '待解答',
  claimed: '解答中',
  answered: '已答复',
  accepted: '已采纳',
  reopened: '继续追问',
  closed: '已结束',
};

export const helpMoves: StatusTable<HelpStatus, HelpActor, HelpAction> = {
  claim: { by: ['officer'], from: ['open', 'reopened'], to: 'claimed' },
  release: { by: ['officer'], from: ['claimed'], to: 'open' },
  answer: { by: ['officer'], from: ['claimed', 'answered'], to: 'answered' },
  accept: { by: ['citizen'], from: ['answered'], to: 'accepted' },
  reopen: { by: ['citizen'], from: ['answered', 'accepted'], to: 'reopened' },
  close: { by: ['citizen'], from: ['open', 'reopened', 'answered'], to: 'closed' },
};
