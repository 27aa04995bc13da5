import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface LoopbackRequest {
  method: string;
  path: string;
  query: URLSearchParams;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

export interface LoopbackReply {
  status?: number;
  headers?: Record<string, string>;
  /** An object is sent as JSON, a string as it is. */
  body?: object | string;
  /** Never answer; the client has to give up by itself. */
  hang?: boolean;
}

/** A stand-in provider on 127.0.0.1, on a port the system picks. `failNext` puts faults before its regular answers. */
export class LoopbackServer {
  readonly requests: LoopbackRequest[] = [];
  readonly #faults: { path: string; reply: LoopbackReply }[] = [];
  readonly #server: Server;

  constructor(answer: (request: LoopbackRequest) => LoopbackReply, rememberedRequests = 1000) {
    this.#server = createServer((incoming, outgoing) => {
      const chunks: Buffer[] = [];
      incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
      incoming.on('end', () => {
        const { pathname, searchParams } = new URL(incoming.url ?? '/', 'http://loopback');
        const { method = 'GET', headers } = incoming;
        const request = { method, path: pathname, query: searchParams, headers, body: Buffer.concat(chunks) };
        this.requests.push(request);
        if (this.requests.length > rememberedRequests) this.requests.shift();
        const reply = this.#takeFault(pathname) ?? answerOrRefuse(answer, request);
        if (reply.hang) return;
        outgoing.writeHead(reply.status ?? 200, { 'content-type': 'application/json', ...reply.headers });
        outgoing.end(typeof reply.body === 'string' ? reply.body : JSON.stringify(reply.body ?? {}));
      });
    });
  }

  /** Listens and returns the base URL, for example `http://127.0.0.1:40123`. */
  async start(): Promise<string> {
    await new Promise<void>((resolve, reject) => {
      this.#server.once('error', reject).listen(0, '127.0.0.1', resolve);
    });
    this.#server.unref();
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  /** The next `times` requests to `path` get `reply` instead of the regular answer. */
  failNext(path: string, reply: LoopbackReply, times = 1): void {
    for (let i = 0; i < times; i++) this.#faults.push({ path, reply });
  }

  count(path: string): number {
    return this.requests.filter((request) => request.path === path).length;
  }

  #takeFault(path: string): LoopbackReply | undefined {
    const index = this.#faults.findIndex((fault) => fault.path === path);
    return index < 0 ? undefined : this.#faults.splice(index, 1)[0]?.reply;
  }
}

/** A request that the stand-in cannot read must not take the process down. */
function answerOrRefuse(answer: (request: LoopbackRequest) => LoopbackReply, request: LoopbackRequest): LoopbackReply {
  try {
    return answer(request);
  } catch (error) {
    return { status: 400, body: { error: String(error) } };
  }
}
