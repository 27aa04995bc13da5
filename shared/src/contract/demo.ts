import { get } from './route.js';

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

/** Bound in the demonstration only; production answers 404. */
export const demo = {
  outbox: get<{ result: DemoMessageView[] }>()('/demo/outbox', { access: 'public', summary: '演示短信箱' }),
  accounts: get<{ result: DemoAccountView[] }>()('/demo/accounts', { access: 'public', summary: '演示账号' }),
} as const;
