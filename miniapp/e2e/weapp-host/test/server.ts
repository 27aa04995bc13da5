import http from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Logged {
  method: string;
  url: string;
  headers: http.IncomingHttpHeaders;
  body: string;
}

export interface FixtureServer {
  url: string;
  log: Logged[];
  close(): Promise<void>;
}

const NOTICES = [
  { id: 1, title: '元旦放假通知' },
  { id: 2, title: '申报期延长' },
];

function answer({ method, url, body }: Logged): { status: number; body: unknown } {
  if (url === '/notices') return { status: 200, body: NOTICES };
  const notice = NOTICES.find(({ id }) => url === `/notices/${id}`);
  if (notice) return { status: 200, body: notice };
  if (method === 'POST' && url === '/appointments') {
    const { name } = JSON.parse(body) as { name?: string };
    return name ? { status: 201, body: { no: 'A101' } } : { status: 400, body: { message: '请填写姓名' } };
  }
  if (method === 'POST' && url === '/voice') return { status: 201, body: { text: '收到语音' } };
  if (url === '/sound?sign=1') return { status: 200, body: 'sound' };
  return { status: 403, body: { message: 'no' } };
}

/** What the fixture mini-program talks to, on a free port. */
export async function startServer(): Promise<FixtureServer> {
  const log: Logged[] = [];
  const server = http.createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const { method = '', url = '', headers } = request;
      const logged = { method, url, headers, body: Buffer.concat(chunks).toString() };
      log.push(logged);
      const { status, body } = answer(logged);
      response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' }).end(JSON.stringify(body));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const close = () =>
    new Promise<void>((resolve) => {
      server.closeAllConnections();
      server.close(() => resolve());
    });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, log, close };
}
