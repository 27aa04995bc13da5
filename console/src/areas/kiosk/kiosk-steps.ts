import type { PriorityReason, StaffTicketView } from '@yiyun/shared';

/** An appointment as the kiosk shows it: enough for its owner to know it. */
export interface Found {
  id: string;
  startsAt: number;
  matterName: string;
  maskedName: string;
}

/** One question a page. */
export type Step =
  | { name: 'home' }
  | { name: 'tail'; digits: string }
  | { name: 'which'; phoneTail: string; found: Found[] }
  | { name: 'matters'; chosen: string[] }
  | { name: 'priority'; chosen: string[]; reason?: PriorityReason }
  | { name: 'ticket'; ticket: StaffTicketView }
  | { name: 'problem'; message: string };

export const TAIL_LENGTH = 4;
export const MAX_MATTERS = 5;
export const home: Step = { name: 'home' };

/** One more digit; nothing beyond the fourth. */
export const typeDigit = (digits: string, digit: string): string => (digits + digit).slice(0, TAIL_LENGTH);

/** Takes a matter in or out; beyond the most that one ticket bears nothing is added. */
export function toggle(chosen: readonly string[], id: string): string[] {
  if (chosen.includes(id)) return chosen.filter((other) => other !== id);
  return chosen.length < MAX_MATTERS ? [...chosen, id] : [...chosen];
}

/** The page before this one; typed answers stay. */
export function back(step: Step): Step {
  switch (step.name) {
    case 'which':
      return { name: 'tail', digits: '' };
    case 'priority':
      return { name: 'matters', chosen: step.chosen };
    case 'home':
    case 'tail':
    case 'matters':
    case 'ticket':
    case 'problem':
      return home;
  }
}

/** How long nobody may touch it before it goes back to its first page, ms; the first page stays. */
export function idleMs({ name }: Step): number | undefined {
  if (name === 'home') return undefined;
  return name === 'ticket' ? 15_000 : 45_000;
}

/** The last part of the wait is counted aloud. */
export const WARN_MS = 10_000;
