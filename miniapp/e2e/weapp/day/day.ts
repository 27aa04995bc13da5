import { asStaff, type Staff } from '../../support/clients';
import { startServer, type TestServer } from '../../support/server';
import type { Weapp } from '../../weapp-host';
import { openApp } from '../phone';

/** Who and what the chapters of one day share, from the first to the last. */
export interface Day {
  server: TestServer;
  app: Weapp;
  officer: Staff;
  manager: Staff;
  /** What the phone keeps while the mini-program is closed. */
  storage: Record<string, unknown>;
  /** Found out on the way. */
  referenceNo: string;
  receiptNo: string;
}

/** As the tax registry of the demonstration knows the person. */
export const NAME = '体验用户';
export const PHONE = '13900001111';
export const ENTERPRISE = '宁波青禾贸易有限公司';
/** An officer looks at it before it is confirmed; three documents. */
export const MATTER = '停业登记';

/** Nothing but what a chapter needs that comes first: the rest is filled in as the day goes on. */
export async function beginDay(): Promise<Day> {
  const server = await startServer();
  const [officer, manager] = await Promise.all([asStaff(server, 'yinzhou'), asStaff(server, 'manager')]);
  const storage = {};
  return { server, officer, manager, storage, app: await openApp(server, { storage }), referenceNo: '', receiptNo: '' };
}

/** Closes the mini-program and opens it again on the same phone. */
export async function reopenApp(day: Day): Promise<void> {
  await day.app.close();
  day.app = await openApp(day.server, { storage: day.storage });
}

export async function endDay({ app, server }: Day): Promise<void> {
  await app.close();
  await server.stop();
}
