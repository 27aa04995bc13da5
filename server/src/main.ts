import 'reflect-metadata';
import { showProgress } from './cli/progress.js';
import { createApp } from './create-app.js';
import { explainStart } from './explain-start.js';
import { DemoClock } from './modules/demo/index.js';
import { readConfig } from './platform/config/config.js';
import { OutboxWorker } from './platform/events/outbox.js';
import { Jobs } from './platform/jobs/jobs.js';
import { refuseDemoAccounts } from './production-check.js';
import { prepareDemo } from './seed/prepare-demo.js';

let port: number | undefined;
try {
  const config = readConfig(process.env);
  port = config.port;
  const clock = config.mode === 'demo' ? DemoClock.open(config.dataDir) : undefined;
  if (clock) {
    const say = (line: string) => void process.stdout.write(`${line}\n`);
    await prepareDemo(config, { until: clock.now(), say, progress: showProgress() });
  }
  const app = await createApp(config, clock);
  if (config.mode === 'production') await refuseDemoAccounts(app);
  app.enableShutdownHooks(['SIGINT', 'SIGTERM']);
  await app.listen({ port: config.port, host: config.host });
  app.get(OutboxWorker).start();
  app.get(Jobs).start();
  process.stdout.write(`一云多端已启动：${(await app.getUrl()).replace('[::1]', 'localhost')}\n`);
} catch (error) {
  process.stderr.write(`${explainStart(error, port)}\n`);
  process.exit(1);
}
