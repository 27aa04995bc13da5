import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { checkDist } from './check-dist.cjs';

let root: string;
const put = (file: string, content: string | Buffer) => {
  fs.mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
  fs.writeFileSync(path.join(root, file), content);
};

beforeEach(() => {
  root = fs.mkdtempSync(path.join(os.tmpdir(), 'dist-'));
  put('app.json', JSON.stringify({ pages: ['a'], subPackages: [{ root: 'packages/booking', pages: ['b'] }] }));
  put('app.js', 'const a = { ...{} }; async function f() { await 1; }');
  put('app.wxss', '.a { background: url("data:image/svg+xml,%3Csvg xmlns=\'http://www.w3.org/2000/svg\'/%3E") }');
  put('packages/booking/b.js', 'f(1)');
});
afterEach(() => fs.rmSync(root, { recursive: true }));

describe('the dist gate', () => {
  it('passes a build that keeps the rules', () => {
    const { faults, sizes } = checkDist(root, 'weapp');
    expect(faults).toEqual([]);
    expect(sizes['packages/booking']).toBe(4);
  });

  it.each([
    ['optional chaining', 'a?.b'],
    ['nullish assignment', 'a ??= 1'],
    ['private fields', 'class A { #b = 1 }'],
    ['optional catch binding', 'try { f() } catch { g() }'],
  ])('stops %s, which old phones can’t read (negative control)', (_name, code) => {
    put('vendors.js', code);
    for (const platform of ['weapp', 'h5'] as const) {
      expect(checkDist(root, platform).faults).toEqual([expect.stringMatching(/^vendors\.js: newer than ES2018/)]);
    }
  });

  it('stops a main package over 700 kB, and a subpackage over 1.5 MiB (negative control)', () => {
    put('big.png', Buffer.alloc(700_001));
    put('packages/booking/big.png', Buffer.alloc(1.6 * 1024 * 1024));
    expect(checkDist(root, 'weapp').faults).toEqual([
      expect.stringMatching(/^package main: \d+ bytes, over 700000$/),
      expect.stringMatching(/^package packages\/booking: \d+ bytes, over 1572864$/),
    ]);
  });

  it.each([
    ['a.wxss', '.a { background: url(https://cdn.example.com/a.png) }'],
    ['a.css', '@font-face { src: url("//cdn.example.com/a.woff2") }'],
    ['a.wxml', '<image src="https://cdn.example.com/a.png"/>'],
    ['index.html', '<script src="https://cdn.example.com/a.js"></script>'],
  ])('stops what %s would fetch from elsewhere (negative control)', (file, content) => {
    put(file, content);
    expect(checkDist(root, 'h5').faults).toEqual([expect.stringMatching(/remote asset: .*cdn\.example\.com/)]);
  });
});
