import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { LiveEvent } from '@yiyun/shared';
import { type EventStream, LiveChannel } from './live';

/** Handlers are called with a `this` that they never use. */
const self = undefined as unknown as EventSource;

class FakeStream implements EventStream {
  readyState = 0;
  onopen: EventSource['onopen'] = null;
  onerror: EventSource['onerror'] = null;
  onmessage: EventSource['onmessage'] = null;

  close() {
    this.readyState = 2;
  }
  opens() {
    this.readyState = 1;
    this.onopen?.call(self, new Event('open'));
  }
  breaks(readyState: 0 | 2) {
    this.readyState = readyState;
    this.onerror?.call(self, new Event('error'));
  }
  emits(type: string, subjectId: string) {
    const event: LiveEvent = { type, hallId: null, subjectKind: 'case', subjectId, at: 0 };
    this.onmessage?.call(self, { data: JSON.stringify(event) } as MessageEvent<string>);
  }
}

function channelOf() {
  const streams: FakeStream[] = [];
  const states: string[] = [];
  const open = () => {
    const stream = new FakeStream();
    streams.push(stream);
    return stream;
  };
  const channel = new LiveChannel({ open, onState: (state) => states.push(state), waitsMs: [10, 20] });
  return { channel, streams, states, last: () => streams[streams.length - 1] as FakeStream };
}

const nothing = { onEvent: () => undefined, onResume: () => undefined, onRefused: () => undefined };

describe('live channel', () => {
  beforeEach(() => {
    jest.useFakeTimers();
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  it('gives each subscriber every event once, and none after it has left', () => {
    const { channel, last } = channelOf();
    const heard: string[] = [];
    channel.start();
    const leave = channel.subscribe({ ...nothing, onEvent: (event) => heard.push(event.subjectId) });
    channel.subscribe(nothing);
    last().opens();
    last().emits('AppointmentBooked', 'a');
    last().emits('CaseOpened', 'c');
    leave();
    last().emits('CaseOpened', 'd');
    expect(heard).toEqual(['a', 'c']);
  });

  it('tells subscribers to read again when the line is back, not at the first opening', () => {
    const { channel, last, states } = channelOf();
    const onResume = jest.fn();
    channel.start();
    channel.subscribe({ ...nothing, onResume });
    last().opens();
    expect(onResume).not.toHaveBeenCalled();
    last().breaks(0);
    last().opens();
    expect(onResume).toHaveBeenCalledTimes(1);
    expect(states).toEqual(['connecting', 'live', 'lost', 'live']);
  });

  it('opens a new stream after a refusal, later each time, and hears on it', () => {
    const { channel, streams, last } = channelOf();
    const heard = jest.fn();
    channel.start();
    const onRefused = jest.fn();
    channel.subscribe({ ...nothing, onEvent: heard, onRefused });
    last().breaks(0);
    expect(onRefused).not.toHaveBeenCalled();
    last().breaks(2);
    expect(onRefused).toHaveBeenCalledTimes(1);
    jest.advanceTimersByTime(10);
    expect(streams).toHaveLength(2);
    last().breaks(2);
    jest.advanceTimersByTime(19);
    expect(streams).toHaveLength(2);
    jest.advanceTimersByTime(1);
    expect(streams).toHaveLength(3);
    last().opens();
    last().emits('CaseOpened', 'e');
    expect(heard).toHaveBeenCalledTimes(1);
  });

  it('does not come back once stopped', () => {
    const { channel, streams, last, states } = channelOf();
    channel.start();
    last().breaks(2);
    channel.stop();
    jest.advanceTimersByTime(1_000);
    expect(streams).toHaveLength(1);
    expect(states.at(-1)).toBe('off');
  });
});
