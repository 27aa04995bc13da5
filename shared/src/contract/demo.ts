import type { RulesFor } from '../rules.js';
import { get, post } from './route.js';

/** A text message that the stand-in of the SMS gateway kept instead of sending it. */
export interface DemoMessageView {
  phone: string;
  text: string;
  at: number;
}
export interface DemoAccountView {
  role: string;
  account: string;
  password: string | null;
  note: string;
}

/** What time it is in the demonstration, in ms UTC. */
export interface DemoClockView {
  now: number;
}
export interface AdvanceClockBody {
  minutes: number;
}
/** At most as far as slots reach. */
export const advanceClockRules = {
  minutes: { kind: 'int', min: 1, max: 14 * 1440, label: '快进的分钟数' },
} as const satisfies RulesFor<AdvanceClockBody>;

/** Bound in the demonstration only; production answers 404. */
export const demo = {
  outbox: get<{ result: DemoMessageView[] }>()('/demo/outbox', { access: 'public', summary: '演示短信箱' }),
  clock: get<{ result: DemoClockView }>()('/demo/clock', { access: 'public', summary: '演示时间' }),
  /** Forward only. */
  advance: post<{ body: AdvanceClockBody; result: DemoClockView }>()('/demo/clock', {
    access: 'public',
    summary: '把演示时间拨快',
    body: advanceClockRules,
    unrepeatable: true,
  }),
  accounts: get<{ result: DemoAccountView[] }>()('/demo/accounts', { access: 'public', summary: '演示账号' }),
} as const;
