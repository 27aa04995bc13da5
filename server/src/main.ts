import 'reflect-metadata';
import { showProgress } from './cli/progress.js';
import { createApp } from './create-app.js';
import { readConfig } from './platform/config/config.js';
import { isAway, isDiskFull } from './platform/database/database-errors.js';
import { OutboxWorker } from './platform/events/outbox.js';
import { Jobs } from './platform/jobs/jobs.js';
import { refuseDemoAccounts } from './production-check.js';
import { prepareDemo } from './seed/prepare-demo.js';

/** One clear sentence for what an operator can mend; everything else with its stack. */
function explain(error: unknown, port: number | undefined): string {
  const { code } = error as { code?: string };
  if (code === 'EADDRINUSE') return `端口 ${port} 已被占用，请用 PORT=其他端口 启动`;
  if (code === 'EACCES') return `没有权限监听端口 ${port}`;
  if (isDiskFull(error)) return '磁盘已满，请清理后再启动';
  if (isAway(error)) return `连接不上数据库：${(error as Error).message}`;
  const message = error instanceof Error ? error.message : String(error);
  return /^(配置有误|数据库比程序新|演示数据)/.test(message) ? message : ((error as Error).stack ?? message);
}

let port: number | undefined;
try {
  const config = readConfig(process.env);
  port = config.port;
  if (config.mode === 'demo') {
    const say = (line: string) => void process.stdout.write(`${line}\n`);
    await prepareDemo(config, { say, progress: showProgress() });
  }
  const app = await createApp(config);
  if (config.mode === 'production') await refuseDemoAccounts(app);
  app.enableShutdownHooks(['SIGINT', 'SIGTERM']);
  await app.listen({ port: config.port, host: config.host });
  app.get(OutboxWorker).start();
  app.get(Jobs).start();
  process.stdout.write(`一云多端已启动：${(await app.getUrl()).replace('[::1]', 'localhost')}\n`);
} catch (error) {
  process.stderr.write(`${explain(error, port)}\n`);
  process.exit(1);
}
