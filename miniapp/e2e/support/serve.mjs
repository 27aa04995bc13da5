/**
 * The built server in a process of its own. Its clock is moved by CLOCK_OFFSET_MS, so that a story always happens on the
 * same working day. Tells its parent the address once it listens, lets it move the clock on, and ends with it.
 */

import path from 'node:path';
import { pathToFileURL } from 'node:url';

let offset = Number(process.env.CLOCK_OFFSET_MS);
const realNow = Date.now;
Date.now = () => realNow() + offset;

const built = (file) => import(pathToFileURL(path.resolve(import.meta.dirname, '../../../server/dist', file)).href);

const { createApp } = await built('create-app.js');
const { readConfig } = await built('platform/config/config.js');
const { OutboxWorker } = await built('platform/events/outbox.js');
const { Jobs } = await built('platform/jobs/jobs.js');
const { Citizens, StaffDirectory } = await built('modules/identity/index.js');
const { loadDemoAccounts } = await built('seed/load-demo-accounts.js');

const app = await createApp(readConfig(process.env));
await app.listen({ port: 0, host: '127.0.0.1' });
app.get(OutboxWorker).start();
app.get(Jobs).start();
await loadDemoAccounts(app.get(Citizens), app.get(StaffDirectory));
process.send(await app.getUrl());
process.on('message', (ms) => {
  offset += ms;
  process.send('moved');
});
process.on('disconnect', () => process.exit(0));
