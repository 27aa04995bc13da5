import type { LiveEvent } from '@yiyun/shared';
import type { ConnectionState } from './connection';

/** The part of the browser's EventSource that is used here. */
export type EventStream = Pick<EventSource, 'readyState' | 'onopen' | 'onerror' | 'onmessage' | 'close'>;

export interface LiveOptions {
  open: () => EventStream;
  onState: (state: ConnectionState) => void;
  /** Waits before the attempts to come back, ms; the last one is repeated. */
  waitsMs?: number[];
}

interface Subscription {
  onEvent: (event: LiveEvent) => void;
  onResume: () => void;
  onRefused: () => void;
}

const CLOSED = 2;

/**
 * One stream of server-sent events for the whole console. EventSource comes back by itself after a broken line, but
 * not after an answer such as 502 or 401; then this opens a new one, later and later. Whoever subscribes is told when
 * the line is back (`onResume`), for events of the meantime are gone and lists must be read again, and when an answer
 * closed it (`onRefused`): the session may have ended.
 */
export class LiveChannel {
  private stream?: EventStream;
  private timer?: ReturnType<typeof setTimeout>;
  private attempts = 0;
  private wasLost = false;
  private readonly subscriptions = new Set<Subscription>();

  constructor(private readonly options: LiveOptions) {}

  /** Starts listening; does nothing when started. */
  start(): void {
    if (this.stream || this.timer) return;
    this.options.onState('connecting');
    this.connect();
  }

  /** Stops for good, for example at sign-out. */
  stop(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.stream?.close();
    this.stream = undefined;
    this.attempts = 0;
    this.wasLost = false;
    this.options.onState('off');
  }

  /** Hears every event until the returned function is called. */
  subscribe(subscription: Subscription): () => void {
    this.subscriptions.add(subscription);
    return () => this.subscriptions.delete(subscription);
  }

  private connect(): void {
    const stream = this.options.open();
    this.stream = stream;
    stream.onopen = () => this.opened();
    stream.onerror = () => this.failed(stream);
    stream.onmessage = ({ data }) => this.deliver(JSON.parse(data) as LiveEvent);
  }

  private opened(): void {
    this.attempts = 0;
    this.options.onState('live');
    if (!this.wasLost) return;
    this.wasLost = false;
    for (const { onResume } of this.subscriptions) onResume();
  }

  private failed(stream: EventStream): void {
    if (stream !== this.stream) return;
    this.wasLost = true;
    this.options.onState('lost');
    if (stream.readyState !== CLOSED) return;
    for (const { onRefused } of this.subscriptions) onRefused();
    const waits = this.options.waitsMs ?? [1_000, 2_000, 5_000, 10_000, 30_000];
    const wait = waits[Math.min(this.attempts++, waits.length - 1)];
    this.stream = undefined;
    this.timer = setTimeout(() => {
      this.timer = undefined;
      this.connect();
    }, wait);
  }

  private deliver(event: LiveEvent): void {
    for (const { onEvent } of this.subscriptions) onEvent(event);
  }
}
