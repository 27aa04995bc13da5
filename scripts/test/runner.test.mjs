import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { compressTexts } from '../lib/compress.mjs';
import { portProblem } from '../lib/port.mjs';
import { inRoot, nodeTooOld, STATE } from '../lib/project.mjs';
import { run, saysDiskFull } from '../lib/run.mjs';

describe('the count of tests', () => {
  let folder;
  before(() => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'yiyun-count-'));
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  /** The outcomes that the reporter writes for a file with this text. */
  const outcomes = (text) => {
    const file = path.join(folder, 'sample.test.mjs');
    const out = path.join(folder, 'outcomes');
    writeFileSync(file, `import { before, describe, test } from 'node:test';\n${text}`);
    const reporter = [
      `--test-reporter=${inRoot('scripts/lib/count-reporter.mjs')}`,
      `--test-reporter-destination=${out}`,
    ];
    // A test run inside a test run reports to the outer one unless the variable is gone.
    const env = { ...process.env };
    delete env.NODE_TEST_CONTEXT;
    spawnSync(process.execPath, ['--test', ...reporter, file], { env });
    return readFileSync(out, 'utf8').split('\n').filter(Boolean);
  };

  test('one a test, none for the suite around them', () => {
    assert.deepEqual(outcomes("describe('a', () => { test('b', () => {}); test('c', () => { throw 1; }); });"), [
      'passed',
      'failed',
    ]);
  });
  test('skipped and todo are skipped', () => {
    assert.deepEqual(outcomes("test('a', { skip: true }); test('b', { todo: true });"), ['skipped', 'skipped']);
  });
  test('a hook that fails, a file that crashes and a file without a test are failures', () => {
    assert.ok(
      outcomes("describe('a', () => { before(() => { throw 1; }); test('b', () => {}); });").includes('failed'),
    );
    assert.deepEqual(outcomes('throw new Error()'), ['failed']);
    assert.deepEqual(outcomes(''), ['failed']);
  });
});

describe('what stops a start', () => {
  test('a Node that is too old', () => {
    assert.equal(nodeTooOld('20.19.0'), undefined);
    assert.equal(nodeTooOld('22.0.0'), undefined);
    assert.match(nodeTooOld('20.18.9'), /20\.19\.0/);
    assert.match(nodeTooOld('18.20.0'), /18\.20\.0/);
  });
  test('a port that is taken or is none', async () => {
    const server = net.createServer();
    await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address();
    assert.match(await portProblem(port, '127.0.0.1'), new RegExp(`端口 ${port} 已被占用`));
    await new Promise((resolve) => server.close(resolve));
    assert.equal(await portProblem(port, '127.0.0.1'), undefined);
    assert.match(await portProblem(Number('abc'), '127.0.0.1'), /PORT/);
  });
  test('a full disk, as each tool says it', () => {
    assert.ok(saysDiskFull('npm error code ENOSPC'));
    assert.ok(saysDiskFull('cp: error writing: No space left on device'));
    assert.ok(!saysDiskFull('done'));
  });
});

describe('what browsers are served', () => {
  test('lies there compressed, where that saves something', () => {
    mkdirSync(STATE, { recursive: true });
    const folder = mkdtempSync(path.join(STATE, 'compress-'));
    try {
      const text = 'const tax = 1;'.repeat(500);
      for (const name of ['app.js', 'picture.png']) writeFileSync(path.join(folder, name), text);
      for (const name of ['small.css', 'small.css.br']) writeFileSync(path.join(folder, name), 'a{}');
      compressTexts([path.relative(inRoot(), folder)]);
      assert.deepEqual(readdirSync(folder).sort(), ['app.js', 'app.js.br', 'app.js.gz', 'picture.png', 'small.css']);
      const bytes = (name) => readFileSync(path.join(folder, name));
      assert.equal(brotliDecompressSync(bytes('app.js.br')).toString(), text);
      assert.equal(gunzipSync(bytes('app.js.gz')).toString(), text);
      assert.ok(bytes('app.js.br').length < text.length / 10);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});

describe('a program that we run', () => {
  test('fails, is missing, or takes too long without throwing', async () => {
    const quiet = { quiet: true };
    assert.equal((await run(process.execPath, ['-e', 'process.exit(3)'], quiet)).code, 3);
    assert.equal((await run('yiyun-no-such-program', [], quiet)).code, 127);
    const late = await run(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { ...quiet, timeoutMs: 200 });
    assert.equal(late.timedOut, true);
    assert.notEqual(late.code, 0);
  });
});
