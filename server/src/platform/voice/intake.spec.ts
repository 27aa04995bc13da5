import { readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { afterAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { analyse } from './analyse.js';
import { VoiceIntake } from './intake.js';
import { buildOggPage, buildSilentMp3, buildSilentOgg, buildWav, patched } from './testing/build-voices.js';
import type { VoiceFacts, VoiceSound } from './voice-types.js';

const intake = new VoiceIntake({ maxBytes: 2_500_000 });
afterAll(() => intake.close());

const fixture = (name: string) => readFileSync(new URL(`./testing/${name}`, import.meta.url));
const refusal = (code: string) => ({ ok: false, code });

async function accepted(upload: Uint8Array): Promise<VoiceFacts> {
  const result = await intake.inspect(upload);
  if (!result.ok) throw new Error(result.code);
  return result.voice;
}

const soundOf = async (upload: Uint8Array): Promise<VoiceSound> => {
  const { sound } = await accepted(upload);
  if (!sound) throw new Error('not decoded');
  return sound;
};

describe('a voice that is one', () => {
  it.each([
    ['question.mp3', 'mp3', 'audio/mpeg', 2400],
    ['question.ogg', 'ogg', 'audio/ogg', 2414],
    ['question.webm', 'webm', 'audio/webm', 2414],
    ['recorded.webm', 'webm', 'audio/webm', 2460],
    ['question.m4a', 'mp4', 'audio/mp4', 2464],
    ['fragmented.mp4', 'mp4', 'audio/mp4', 2464],
    ['recorded-opus.mp4', 'mp4', 'audio/mp4', 2421],
  ])('is taken: %s', async (name, format, mime, durationMs) => {
    const voice = await accepted(fixture(name));
    expect(voice).toMatchObject({ format, mime });
    expect(Math.abs(voice.durationMs - durationMs)).toBeLessThanOrEqual(5);
    if (format === 'mp4') expect(voice.sound).toBeNull();
    else expect([voice.sound?.silent, voice.sound?.peaks.length]).toEqual([false, 64]);
  });

  it('gives the same waveform whatever carried it', async () => {
    const [mp3, ogg, webm] = await Promise.all(
      ['question.mp3', 'question.ogg', 'question.webm'].map(fixture).map(soundOf),
    );
    expect(webm).toEqual(ogg);
    const apart = mp3?.peaks.map((peak, i) => Math.abs(peak - (ogg?.peaks[i] ?? 0))) ?? [];
    expect(apart.reduce((sum, value) => sum + value, 0) / 64).toBeLessThan(8);
  });

  it.each([
    [{}, -9],
    [{ amplitude: 1 }, -3],
    [{ sampleRate: 44_100, channels: 2 }, -9],
  ])('is measured: a tone of %j has %d dB', async (shape, loudnessDb) => {
    const voice = await accepted(buildWav(1_000, shape));
    expect(voice.durationMs).toBe(1_000);
    expect(voice.sound?.loudnessDb).toBeCloseTo(loudnessDb, 0);
    expect(new Set(voice.sound?.peaks).size).toBe(1);
  });

  it('is called silent when nothing can be heard', async () => {
    expect(await soundOf(buildWav(1_000, { amplitude: 0 }))).toMatchObject({ silent: true, loudnessDb: -90 });
    expect(await soundOf(buildSilentMp3(1_000))).toMatchObject({ silent: true });
    expect(await soundOf(buildWav(1_000, { amplitude: 0.02 }))).toMatchObject({ silent: false });
  });

  it('is taken as far as it goes when the upload was cut', async () => {
    for (const name of ['question.mp3', 'question.ogg', 'recorded.webm']) {
      const whole = fixture(name);
      const { durationMs } = await accepted(whole.subarray(0, whole.length / 2));
      expect(durationMs).toBeGreaterThan(700);
      expect(durationMs).toBeLessThan(1_700);
    }
  });

  it('may lie in a shared buffer', async () => {
    const shared = Buffer.concat([Buffer.alloc(999), fixture('question.mp3'), Buffer.alloc(999)]);
    const length = fixture('question.mp3').length;
    expect((await accepted(shared.subarray(999, 999 + length))).durationMs).toBe(2_400);
    expect(shared.length).toBe(length + 1_998);
  });
});

describe('an upload that lies', () => {
  const png = Buffer.from('89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de', 'hex');
  const noise = Buffer.concat([
    buildSilentOgg(0),
    buildOggPage(Array.from({ length: 50 }, () => Buffer.alloc(20, 0xff))),
  ]);
  const vorbis = buildOggPage([Buffer.from('\x01vorbis\0\0\0\0\x01\x80\xbb\0\0', 'latin1')]);

  it.each([
    ['a picture', png, 'voice.format'],
    ['text', Buffer.from('<html>'), 'voice.format'],
    ['nothing', Buffer.alloc(0), 'voice.too_short'],
    ['Vorbis', vorbis, 'voice.format'],
    [
      'a film in WebM',
      patched(fixture('question.webm'), Buffer.from([0x83, 0x81, 2]), Buffer.from([0x83, 0x81, 1])),
      'voice.format',
    ],
    ['another codec in WebM', patched(fixture('question.webm'), 'A_OPUS', 'A_AAC\0'), 'voice.format'],
    ['a film in MP4', patched(fixture('question.m4a'), 'soun', 'vide'), 'voice.format'],
    ['another codec in MP4', patched(fixture('question.m4a'), 'mp4a', 'ac-3'), 'voice.format'],
    ['32-bit WAV', patched(buildWav(1_000), Buffer.from([2, 0, 16, 0]), Buffer.from([4, 0, 32, 0])), 'voice.format'],
    ['the head of an Ogg file', fixture('question.ogg').subarray(0, 60), 'voice.undecodable'],
    ['the head of a WebM file', fixture('question.webm').subarray(0, 200), 'voice.undecodable'],
    ['half an MP4', fixture('question.m4a').subarray(0, 6_000), 'voice.undecodable'],
    ['an Ogg file whose packets are noise', noise, 'voice.undecodable'],
    ['an Ogg file without a head', patched(fixture('question.ogg'), 'OpusHead', 'OpusHxxd'), 'voice.format'],
  ])('is refused: %s', async (_, upload, code) => {
    expect(await intake.inspect(upload)).toEqual(refusal(code));
  });

  it('is refused by its size before anything looks at it', async () => {
    const small = new VoiceIntake({ maxBytes: 1_000 });
    expect(await small.inspect(fixture('question.mp3'))).toEqual(refusal('voice.too_large'));
    await small.close();
  });

  it('is refused when too long or too short', async () => {
    const strict = new VoiceIntake({ minDurationMs: 1_000, maxDurationMs: 2_000 });
    const durations = [990, 1_000, 2_000, 2_010];
    const results = await Promise.all(durations.map((durationMs) => strict.inspect(buildWav(durationMs))));
    expect(results.map((result) => (result.ok ? 'ok' : result.code))).toEqual([
      'voice.too_short',
      'ok',
      'ok',
      'voice.too_long',
    ]);
    await strict.close();
  });

  it('is not decoded to its end: hours of silence in a small file', async () => {
    const started = performance.now();
    expect(await intake.inspect(buildSilentOgg(12 * 3_600_000))).toEqual(refusal('voice.too_long'));
    expect(await intake.inspect(buildSilentMp3(2_000_000))).toEqual(refusal('voice.too_long'));
    expect(performance.now() - started).toBeLessThan(5_000);
  });

  it('is judged by the sound an MP4 holds, not by the length in its head', async () => {
    const voice = fixture('question.m4a');
    const [head, table] = [voice.indexOf('mvhd'), voice.indexOf('stts')];
    voice.writeUInt32BE(4 * 3_600_000, head + 20);
    expect((await accepted(voice)).durationMs).toBe(2_464);
    voice.writeUInt32BE(4 * 3_600 * 16_000, table + 16);
    expect(await intake.inspect(voice)).toEqual(refusal('voice.too_long'));
  });

  it('gets an answer whatever its bytes are', async () => {
    const names = ['question.mp3', 'question.ogg', 'question.webm', 'question.m4a', 'fragmented.mp4'];
    const change = fc.record({ at: fc.nat(20_000), byte: fc.nat(255) });
    const damaged = fc.tuple(fc.constantFrom(...names), fc.array(change, { minLength: 1, maxLength: 40 }));
    await fc.assert(
      fc.asyncProperty(damaged, async ([name, changes]) => {
        const bytes = fixture(name);
        for (const { at, byte } of changes) bytes[at % bytes.length] = byte;
        const result = await intake.inspect(bytes);
        expect(result.ok || result.code.startsWith('voice.')).toBe(true);
      }),
      { numRuns: 120 },
    );
  }, 60_000);
});

describe('the thread', () => {
  it('leaves the event loop free while it decodes', async () => {
    const long = buildSilentMp3(115_000);
    await intake.inspect(fixture('question.mp3'));
    const loopTime = async (work: () => Promise<unknown>) => {
      const before = performance.eventLoopUtilization();
      await work();
      return performance.eventLoopUtilization(before).active;
    };
    const inThread = await loopTime(() => intake.inspect(long));
    const without = await loopTime(() => analyse(long, intake.limits));
    expect(inThread).toBeLessThan(50);
    expect(without).toBeGreaterThan(3 * inThread);
  });

  it('says that it is busy when too many wait', async () => {
    const narrow = new VoiceIntake({ maxWaiting: 1 });
    const results = await Promise.all(Array.from({ length: 4 }, () => narrow.inspect(fixture('question.mp3'))));
    expect(results.map((result) => (result.ok ? 'ok' : result.code)).sort()).toEqual([
      'ok',
      'ok',
      'server.busy',
      'server.busy',
    ]);
    await narrow.close();
  });

  it('gives up on what takes too long, and goes on with the next', async () => {
    const hasty = new VoiceIntake({ timeoutMs: 1 });
    expect(await hasty.inspect(fixture('question.mp3'))).toEqual(refusal('voice.undecodable'));
    await hasty.close();
    expect(await hasty.inspect(fixture('question.mp3'))).toEqual(refusal('server.busy'));
  });
});

describe('toWav', () => {
  it.each(['question.mp3', 'question.ogg', 'recorded.webm'])('gives %s to any player', async (name) => {
    const [original, wav] = [await accepted(fixture(name)), await intake.toWav(fixture(name))];
    const copy = await accepted(wav ?? Buffer.alloc(0));
    expect(copy).toMatchObject({ format: 'wav', durationMs: original.durationMs, sound: { silent: false } });
    expect(copy.sound?.loudnessDb).toBeCloseTo(original.sound?.loudnessDb ?? 0, 0);
  });

  it('brings another sampling rate to 16 kHz', async () => {
    const wav = await intake.toWav(buildWav(2_000, { sampleRate: 44_100 }));
    expect(Buffer.from(wav ?? []).readUInt32LE(24)).toBe(16_000);
    const copy = await accepted(wav ?? Buffer.alloc(0));
    expect(copy.durationMs).toBe(2_000);
    expect(copy.sound?.loudnessDb).toBeCloseTo(-9, 0);
  });

  it('has no copy of what it cannot decode', async () => {
    expect(await intake.toWav(fixture('question.m4a'))).toBeUndefined();
    expect(await intake.toWav(buildSilentOgg(3_600_000))).toBeUndefined();
  });
});
