import { saysDiskFull, secondsSince } from './run.mjs';

const HEARTBEAT_MS = 15_000;

/** A failure that is told in one sentence and ends the program. */
export class Stop extends Error {}

/** Ends the program with one sentence instead of a stack. */
export function stopOn(error) {
  const full = saysDiskFull(String(error?.message)) || error?.code === 'ENOSPC';
  const sentence = full
    ? '磁盘空间不足，请清理后再试。'
    : error instanceof Stop
      ? error.message
      : (error?.stack ?? error);
  process.stderr.write(`\n${sentence}\n`);
  process.exit(1);
}

/** Shows a step with its number and its seconds while it works: a counter on a terminal, now and then a line elsewhere. */
export async function step(number, count, label, work) {
  const startedAt = performance.now();
  const head = `[${number}/${count}] ${label}`;
  const isTerminal = process.stdout.isTTY === true;
  const show = (text, end) => process.stdout.write(isTerminal ? `\r\x1b[2K${text}${end}` : `${text}\n`);
  show(`${head} …`, '');
  const timer = setInterval(
    () => show(`${head} … ${Math.round(Number(secondsSince(startedAt)))} 秒`, ''),
    isTerminal ? 1000 : HEARTBEAT_MS,
  );
  const result = await work().finally(() => clearInterval(timer));
  show(`${head}  ${result.code === 0 ? '完成' : '失败'}，${secondsSince(startedAt)} 秒`, '\n');
  return result;
}
