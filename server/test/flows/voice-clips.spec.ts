import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DAY_MS, HOUR_MS, type VoiceClipView } from '@yiyun/shared';
import type { Config } from '../../src/platform/config/config.js';
import { CONFIG } from '../../src/platform/config/config.token.js';
import { Jobs } from '../../src/platform/jobs/jobs.js';
import { asAdmin, asCitizen, asOfficer, type TestActor, type TestCitizen } from '../harness/actors.js';
import { currentRow, replayed } from '../harness/replay.js';
import { startApp, type TestApp } from '../harness/start-app.js';
import { play, sendFile, uploadVoice, voiceFixture } from '../harness/voices.js';

describe('recordings', () => {
  let test: TestApp;
  let citizen: TestCitizen;
  let officer: TestActor;
  const mp3 = voiceFixture('question.mp3');

  beforeAll(async () => {
    test = await startApp();
    citizen = await asCitizen(test);
    officer = await asOfficer(test, 'H'.repeat(26));
  });
  afterAll(() => test.close());

  const blobs = () => {
    const folder = join(test.app.get<Config>(CONFIG).dataDir, 'blobs');
    return (readdirSync(folder, { recursive: true }) as string[])
      .map((name) => join(folder, name))
      .filter((path) => statSync(path).isFile());
  };

  describe('uploading', () => {
    it('is for citizens, and for officers on their own route', async () => {
      expect((await sendFile(test, '/help/voice-clips', {}, mp3)).status).toBe(401);
      expect((await sendFile(test, '/help/voice-clips', officer.headers, mp3)).status).toBe(403);
      expect((await sendFile(test, '/staff/help/voice-clips', citizen.headers, mp3)).status).toBe(403);
      expect((await sendFile(test, '/staff/help/voice-clips', (await asAdmin(test)).headers, mp3)).status).toBe(403);
      expect(blobs()).toEqual([]);
    });

    it.each([
      ['no sound', Buffer.from('<html>'), 'voice.format', 415],
      ['nothing', Buffer.alloc(0), 'voice.too_short', 400],
      ['more than 2 MB', Buffer.alloc(2 * 1024 * 1024 + 1), 'voice.too_large', 413],
      ['half a file', voiceFixture('question.m4a').subarray(0, 6_000), 'voice.undecodable', 400],
    ])('refuses %s and keeps nothing', async (_, bytes, code, status) => {
      const answer = await sendFile(test, '/help/voice-clips', citizen.headers, bytes);
      expect([answer.status, answer.json()]).toEqual([status, expect.objectContaining({ code })]);
      expect(blobs()).toEqual([]);
    });

    it('refuses what is no form with the file', async () => {
      const answer = await sendFile(test, '/help/voice-clips', citizen.headers, mp3, 'other');
      expect(answer.json()).toMatchObject({ code: 'request.invalid', fields: [{ path: 'file' }] });
      const { status } = await test.send({ method: 'POST', path: '/help/voice-clips', body: {} }, citizen.headers);
      expect(status).toBe(400);
    });

    it.each([
      ['question.mp3', 'audio/mpeg', true],
      ['question.m4a', 'audio/mp4', true],
      ['recorded.webm', 'audio/wav', false],
      ['question.ogg', 'audio/wav', false],
    ])('takes %s and plays it as %s, which every phone reads', async (name, mime, asItIs) => {
      const clip = await uploadVoice(test, citizen, name);
      expect(clip).toMatchObject({ mime, transcript: null });
      expect(clip.peaks).toHaveLength(mime === 'audio/mp4' ? 0 : 64);
      const answer = await play(test, clip.url);
      expect([answer.status, answer.headers['content-type']]).toEqual([200, mime]);
      if (asItIs) expect(answer.bytes).toEqual(voiceFixture(name));
      else expect(answer.bytes.subarray(0, 4).toString()).toBe('RIFF');
    });

    it('leaves no sound in clear on the disk', async () => {
      await uploadVoice(test, officer, 'question.mp3');
      expect(blobs().length).toBeGreaterThan(0);
      const part = mp3.subarray(1_000, 1_064);
      expect(mp3.includes(part)).toBe(true);
      expect(blobs().some((path) => readFileSync(path).includes(part))).toBe(false);
    });

    it('R4: the stream of a recording adds up to its row', async () => {
      const { id } = await uploadVoice(test, citizen, 'question.mp3');
      const row = await currentRow(test, 'voice_clip', { id }, ['id', 'transcriptSealed']);
      expect(await replayed(test, `voice:${id}`)).toEqual({ version: 1, facts: row });
    });
  });

  describe('playing', () => {
    const refusedBy = async (url: string) => {
      const answer = await play(test, url);
      return [answer.status, (answer.json() as { code: string }).code];
    };

    it('gives parts, and says where they lie', async () => {
      const { url } = await uploadVoice(test, citizen, 'question.mp3');
      const part = await play(test, url, 'bytes=100-199');
      expect([part.status, part.headers['content-range']]).toEqual([206, `bytes 100-199/${mp3.length}`]);
      expect(part.bytes).toEqual(mp3.subarray(100, 200));
      expect((await play(test, url, 'bytes=-10')).bytes).toEqual(mp3.subarray(-10));
      const beyond = await play(test, url, `bytes=${mp3.length}-`);
      expect([beyond.status, beyond.headers['content-range']]).toEqual([416, `bytes */${mp3.length}`]);
      expect(beyond.bytes).toHaveLength(0);
    });

    it('needs a link made for this recording, and lasts an hour', async () => {
      const one = await uploadVoice(test, citizen, 'question.mp3');
      const other = await uploadVoice(test, citizen, 'question.mp3');
      const expired = [403, 'voice.link_expired'];
      expect(await refusedBy(one.url.replace(one.id, other.id))).toEqual(expired);
      expect(await refusedBy(one.url.replace(/expires=\d+/, 'expires=9999999999999'))).toEqual(expired);
      expect(await refusedBy(one.url.split('?')[0] as string)).toEqual([400, 'request.invalid']);
      test.clock.advance(HOUR_MS - 1);
      expect((await play(test, one.url)).status).toBe(200);
      test.clock.advance(1);
      expect(await refusedBy(one.url)).toEqual(expired);
    });
  });

  describe('those never sent', () => {
    let unused: VoiceClipView;
    let sent: VoiceClipView;
    let helpRequestId: string;
    const ask = (voiceClipId: string) => citizen.client.help.ask({ body: { voiceClipId } });

    beforeAll(async () => {
      unused = await uploadVoice(test, citizen, 'recorded.webm');
      sent = await uploadVoice(test, citizen, 'question.webm');
      helpRequestId = (await ask(sent.id)).id;
    });

    it('can no longer be sent after 23 hours, and are removed after a day with their bytes', async () => {
      const before = blobs().length;
      test.clock.advance(DAY_MS - HOUR_MS);
      await expect(ask(unused.id)).rejects.toMatchObject({ code: 'request.not_found' });
      test.clock.advance(HOUR_MS + 1);
      await test.app.get(Jobs).runDue();
      await test.settle();
      const rows = await test.db.read.query<{ id: string; hash: string; version: number }[]>(
        'SELECT id, hash, version FROM voice_clip WHERE id IN (?, ?)',
        [unused.id, sent.id],
      );
      expect(rows.find(({ id }) => id === unused.id)).toMatchObject({ hash: '', version: 2 });
      expect(rows.find(({ id }) => id === sent.id)?.hash).not.toBe('');
      expect(blobs().length).toBeLessThan(before);
      const { posts } = await citizen.client.help.get({ params: { helpRequestId } });
      expect((await play(test, posts[0]?.voice?.url ?? '')).status).toBe(200);
    });

    it('R4: say in their stream that they were discarded', async () => {
      const row = await currentRow(test, 'voice_clip', { id: unused.id }, ['id', 'transcriptSealed']);
      expect(await replayed(test, `voice:${unused.id}`)).toEqual({ version: 2, facts: row });
    });
  });
});
