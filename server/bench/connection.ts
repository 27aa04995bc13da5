import { connect, type Socket } from 'node:net';

const HEAD_END = Buffer.from('\r\n\r\n');

export interface Answer {
  status: number;
  head: string;
  body: Buffer;
}

/** One keep-alive connection that sends prepared bytes and reads status and length only, so that the client costs little. */
export class Connection {
  private received: Buffer = Buffer.alloc(0);
  private answered: ((answer: Answer) => void) | undefined;
  private failed: ((error: Error) => void) | undefined;

  private constructor(private readonly socket: Socket) {
    socket.setNoDelay(true);
    socket.on('data', (chunk) => this.take(chunk));
    socket.on('error', (error) => this.fail(error));
    socket.on('close', () => this.fail(new Error('the server closed the connection')));
  }

  static open(port: number): Promise<Connection> {
    return new Promise((resolve, reject) => {
      const socket = connect(port, '127.0.0.1', () => resolve(new Connection(socket)));
      socket.once('error', reject);
    });
  }

  /** Sends one request and gives its answer. Rejects when the connection breaks before that. */
  send(request: Buffer): Promise<Answer> {
    return new Promise((resolve, reject) => {
      this.answered = resolve;
      this.failed = reject;
      this.socket.write(request);
    });
  }

  close(): void {
    this.socket.destroy();
  }

  private take(chunk: Buffer): void {
    this.received = this.received.length === 0 ? chunk : Buffer.concat([this.received, chunk]);
    const headEnd = this.received.indexOf(HEAD_END);
    if (headEnd < 0) return;
    const head = this.received.toString('latin1', 0, headEnd);
    const length = /\r\ncontent-length: *(\d+)/i.exec(head);
    if (!length) return this.fail(new Error(`an answer without length: ${head}`));
    const body = this.received.subarray(headEnd + HEAD_END.length);
    if (body.length < Number(length[1])) return;
    this.received = Buffer.alloc(0);
    this.answered?.({ status: Number(head.slice(9, 12)), head, body });
  }

  private fail(error: Error): void {
    this.failed?.(error);
  }
}
