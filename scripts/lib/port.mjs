import net from 'node:net';

const listenOnce = (port, host) =>
  new Promise((resolve, reject) => {
    const server = net.createServer();
    server.once('error', reject);
    server.listen(port, host, () => {
      const taken = server.address().port;
      server.close(() => resolve(taken));
    });
  });

/** A TCP port of 127.0.0.1 that nobody listens on. */
export const freePort = () => listenOnce(0, '127.0.0.1');

/** Why a port can't be listened on, in one sentence; undefined when it can. */
export async function portProblem(port, host) {
  if (!Number.isInteger(port) || port < 0 || port > 65_535) return 'PORT 应为 0 到 65535 之间的整数。';
  try {
    await listenOnce(port, host);
    return undefined;
  } catch (error) {
    if (error.code === 'EADDRINUSE')
      return `端口 ${port} 已被占用；请关闭占用它的程序，或换一个端口：PORT=${port + 1} npm start`;
    if (error.code === 'EACCES') return `没有权限监听端口 ${port}；请换一个 1024 以上的端口。`;
    return `无法监听 ${host}:${port}：${error.message}`;
  }
}
