import assert from 'node:assert/strict';
import path from 'node:path';
import { after, describe, test } from 'node:test';
import { closeBrowser, launch, type ViewName } from '..';
import { missing, VIEWS } from './views';

const dist = path.resolve(__dirname, '../fixture');
const NOT_THERE = /is not defined|is not a (function|constructor)|undefined/;

/** What the fixture's faults page must read, by fault. */
const REFUSALS: Record<string, RegExp> = {
  ...Object.fromEntries(
    [
      'window document fetch localStorage globalStorage formData url abort encoder clone randomId base64 socket events',
      'ask frame process buffer timers invented',
    ].flatMap((line) => line.split(' ').map((name) => [name, NOT_THERE])),
  ),
  evaluate: /Code generation|unsafe-eval/,
  makeFunction: /Code generation|unsafe-eval/,
  unknownApi: /not supported by weapp-host/,
  patch: /request:fail invalid method "PATCH"/,
  elsewhere: /request:fail url not in domain list/,
  relative: /request:fail invalid url/,
  tabByNavigate: /can not navigateTo a tabbar page/,
  pageBySwitch: /can not switch to no-tabBar page/,
  noPage: /page "pages\/none\/index" is not found/,
  noKey: /getStorage:fail data not found/,
  noFile: /uploadFile:fail file not found/,
};

const open = (view: ViewName) =>
  launch({ dist, view, entry: { path: 'pages/faults/index' }, domains: ['https://tax.example'] });

for (const view of VIEWS) {
  describe(`what WeChat refuses, ${view} refuses`, { skip: missing(view) }, () => {
    after(closeBrowser);

    test('every name, verb and address that only a browser knows', async () => {
      const app = await open(view);
      const unexpected: string[] = [];
      for (const [name, wanted] of Object.entries(REFUSALS)) {
        await app.tap(`#${name}`);
        await app.waitFor(async () => (await app.text(`#${name}-result`)) !== '', `the result of ${name}`);
        const result = await app.text(`#${name}-result`);
        if (!wanted.test(result)) unexpected.push(`${name}: ${result}`);
      }
      const untried = (await app.query('button'))
        .map((button) => button.id)
        .filter((id) => !(id in REFUSALS) && !['throw-in-handler', 'throw-in-timer', 'big-data'].includes(id));
      assert.deepEqual(unexpected, []);
      assert.deepEqual(untried, []);
      assert.deepEqual(await app.unsupported(), ['startBluetoothDevicesDiscovery']);
      assert.match((await app.problems()).join(), /startBluetoothDevicesDiscovery is not supported/);
      await app.close();
    });

    test('an error that nobody catches, and data that is too big, are problems', async () => {
      const app = await open(view);
      assert.deepEqual(await app.problems(), []);
      await app.tap('#throw-in-handler');
      await app.tap('#throw-in-timer');
      await app.tap('#big-data');
      for (const wanted of [/boom in a handler/, /boom in a timer/, /setData of 1100\d+ bytes is over 1 MB/]) {
        await app.waitFor(async () => wanted.test((await app.problems()).join('\n')), String(wanted));
      }
      await app.close();
    });
  });
}
