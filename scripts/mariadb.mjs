/** `node scripts/mariadb.mjs [--setting=value …]`: a MariaDB to try things on; prints its URL, ends with Ctrl-C. */
import { startMariadb } from './lib/mariadb.mjs';

const { url, stop } = await startMariadb({ settings: process.argv.slice(2) });
process.stdout.write(`${url}\n`);
const keepAlive = setInterval(() => undefined, 60_000);
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.once(signal, async () => {
    clearInterval(keepAlive);
    await stop();
  });
}
