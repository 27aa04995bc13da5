import http from 'node:http';
import type { AddressInfo } from 'node:net';

/** A line to a server on which an answer can get lost. */
export interface LossyLine {
  url: string;
  /** The server gets the next request with this method and path, and does it; nobody hears of it. */
  loseAnswer(method: string, path: string): void;
  /** Idempotency keys of what was sent to a path. */
  keysSentTo(path: string): string[];
  close(): Promise<void>;
}

export async function openLossyLine(target: string): Promise<LossyLine> {
  const lost = new Set<string>();
  const sent: { path: string; key: string }[] = [];
  const server = http.createServer((request, reply) => {
    const { method = '', url: path = '', headers } = request;
    const key = headers['idempotency-key'];
    if (typeof key === 'string') sent.push({ path, key });
    const onward = http.request(new URL(path, target), { method, headers }, (answer) => {
      if (lost.delete(`${method} ${path}`)) {
        answer.resume();
        reply.destroy();
        return;
      }
      reply.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(reply);
    });
    onward.on('error', () => reply.destroy());
    request.pipe(onward);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    loseAnswer: (method, path) => void lost.add(`${method} ${path}`),
    keysSentTo: (path) => sent.filter((one) => one.path === path).map(({ key }) => key),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
