import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { checkDist, type Finding } from '../check';

const fixture = path.resolve(__dirname, '../fixture');
const rules = (findings: Finding[], file: string) => [
  ...new Set(findings.filter((f) => f.file.startsWith(file)).map((f) => f.rule)),
];

describe('the static check', () => {
  let dist: string;
  const write = (file: string, text: string) => fs.writeFileSync(path.join(dist, file), text);

  before(() => {
    dist = fs.mkdtempSync(path.join(os.tmpdir(), 'weapp-check-'));
    fs.cpSync(fixture, dist, { recursive: true });
  });
  after(() => fs.rmSync(dist, { recursive: true, force: true }));

  test('finds nothing outside the page of faults, and every browser name in it', () => {
    const findings = checkDist(fixture);
    assert.deepEqual(
      findings.filter((f) => f.level === 'error' && !f.file.startsWith('pages/faults/')),
      [],
    );
    const names = findings.filter((f) => f.rule === 'browser-name').map((f) => f.message.split(' ')[0]);
    for (const name of ['window', 'document', 'fetch', 'localStorage', 'FormData', 'URL', 'process', 'Buffer']) {
      assert.ok(names.includes(name), name);
    }
    assert.equal(findings.filter((f) => f.rule === 'code-from-text').length, 2);
  });

  test('finds each planted fault', () => {
    const app = JSON.parse(fs.readFileSync(path.join(dist, 'app.json'), 'utf8')) as {
      pages: string[];
      tabBar: { list: object[] };
    };
    app.pages.push('pages/none/index', 'pages/home/index');
    app.tabBar.list = [{ pagePath: 'packages/detail/pages/detail/index', text: '一', iconPath: 'none.png' }];
    write('app.json', JSON.stringify(app));
    write('components/card/index.json', '{}');
    write('pages/form/index.wxml', '<view><text></view>');
    write('pages/home/index.js', "Page({}); import('./other'); setTimeout('1'); wx.a('http://10.0.0.1/')");
    write('broken.js', 'const = 1');
    write('big.bin', 'x'.repeat(2100 * 1024));
    fs.mkdirSync(path.join(dist, 'src'));
    write('src/page.ts', "import { getLocation } from '@tarojs/taro'; Taro.getSkylineInfo(); wx.getSystemInfoSync();");

    const findings = checkDist(dist, { src: path.join(dist, 'src'), library: '2.20.0', hosts: ['tax.example'] });
    assert.deepEqual(rules(findings, 'pages/none/index'), ['page-file']);
    assert.ok(rules(findings, 'app.json').includes('page-twice'));
    assert.equal(findings.filter((f) => f.rule === 'tab-bar').length, 3);
    assert.deepEqual(rules(findings, 'components/card'), ['component-flag']);
    assert.deepEqual(rules(findings, 'pages/form/index.wxml'), ['wxml']);
    assert.deepEqual(rules(findings, 'pages/home/index.js'), ['import', 'code-from-text', 'address']);
    assert.deepEqual(rules(findings, 'broken.js'), ['syntax']);
    assert.deepEqual(rules(findings, 'main package'), ['size']);
    assert.ok(findings.some((f) => f.rule === 'library' && f.message.includes('getSkylineInfo')));
    assert.ok(
      findings.some((f) => f.rule === 'privacy' && f.message.includes('requiredPrivateInfos lacks getLocation')),
    );
  });
});
