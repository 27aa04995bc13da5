import { isAway, isDiskFull } from './platform/database/database-errors.js';

/** Why the server could not start: one sentence for what an operator can mend, everything else with its stack. */
export function explainStart(error: unknown, port: number | undefined): string {
  const { code } = error as { code?: string };
  if (code === 'EADDRINUSE') return `端口 ${port} 已被占用，请用 PORT=其他端口 启动`;
  if (code === 'EACCES') return `没有权限监听端口 ${port}`;
  if (isDiskFull(error)) return '磁盘已满，请清理后再启动';
  if (isAway(error)) return `连接不上数据库：${(error as Error).message}`;
  const message = error instanceof Error ? error.message : String(error);
  return /^(配置有误|数据库比程序新|演示数据)/.test(message) ? message : ((error as Error).stack ?? message);
}
