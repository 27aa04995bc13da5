import assert from 'node:assert/strict';
import path from 'node:path';
import { after, afterEach, beforeEach, describe, test } from 'node:test';
import { closeBrowser, type LaunchOptions, launch, type Weapp } from '..';
import { type FixtureServer, startServer } from './server';
import { missing, VIEWS } from './views';

const dist = path.resolve(__dirname, '../fixture');
const DETAIL = 'packages/detail/pages/detail/index';

for (const view of VIEWS) {
  describe(`a mini-program in ${view}`, { skip: missing(view) }, () => {
    let server: FixtureServer;
    let app: Weapp;
    const start = (options: Partial<LaunchOptions> = {}) =>
      launch({
        dist,
        view,
        resolve: { 'https://tax.example': server.url },
        voice: Buffer.from('ID3-a-voice'),
        ...options,
      });

    beforeEach(async () => {
      server = await startServer();
      app = await start();
    });
    afterEach(async () => {
      const problems = await app.problems();
      await app.close();
      await server.close();
      assert.deepEqual(problems, []);
    });
    after(closeBrowser);

    test('shows what a real server answers, through components, WXS and styles', async () => {
      await app.expectText('#count', '共 2 条');
      await app.expectText('#notice-1 >> .card', '元旦放假通知');
      assert.equal((await app.page()).title, '通知公告');
      assert.deepEqual(
        server.log.map(({ method, url }) => `${method} ${url}`),
        ['GET /notices'],
      );
      assert.match(String(server.log[0]?.headers.referer), /servicewechat/);
    });

    test('renders again after a tap; a disabled button is never tapped', async () => {
      await app.tap('text=点击 0');
      await app.expectText('#more', '点击 1');
      await app.tap('[aria-label=大字]');
      await app.expectSeen('.big');
      assert.equal((await app.query('#never'))[0]?.disabled, true);
      assert.equal((await app.query('#count'))[0]?.disabled, false);
      await assert.rejects(app.tap('#nowhere'), /waited 5000 ms/);
    });

    test('opens a page of a subpackage with its query, measures it, comes back', async () => {
      await app.tap('#notice-2');
      await app.expectPage(DETAIL);
      assert.deepEqual((await app.page()).query, { id: '2' });
      await app.expectText('#title', '申报期延长');
      await app.expectText('#measured', '已量');
      assert.equal((await app.page()).title, '公告 2');
      await app.tap('#back');
      await app.expectPage('pages/home/index');
      await app.expectText('#shows', '显示 2');
      await app.tap('#link');
      await app.expectPage(DETAIL);
      await app.back();
      assert.deepEqual(await app.stack(), ['pages/home/index']);
    });

    test('keeps a tab and what was typed in it', async () => {
      await app.tapTab('表单');
      await app.expectPage('pages/form/index');
      await app.input('[placeholder=姓名]', '王小明先生');
      await app.expectText('#hello', '你好，王小明先');
      await app.tapTab('首页');
      await app.expectText('#shows', '显示 2');
      await app.tapTab('表单');
      await app.expectText('#hello', '你好，王小明先');
    });

    test('fills a form with every control and sends it; a refusal is shown', async () => {
      await app.tapTab('表单');
      await app.tap('#submit');
      await app.expectText('#answer', '请填写姓名');
      await app.input('#name', '王小明');
      await app.input('textarea', '带老人');
      await app.pick('#hall', 1);
      await app.expectText('#hall-text', '南部');
      await assert.rejects(app.pick('#hall', 9), /no item 9/);
      await app.pick('#date', '2026-02-03');
      await assert.rejects(app.pick('#date', '2026-03-03'), /outside/);
      await app.tap('#green');
      await app.tap('text=企业');
      await app.expectText('#kind-text', 'firm');
      await app.tap('text=同意');
      await app.tap('#submit');
      await app.expectText('#answer', 'A101');
      assert.deepEqual(JSON.parse(server.log.at(-1)?.body ?? ''), {
        name: '王小明',
        note: '带老人',
        green: true,
        kind: 'firm',
        agreed: ['terms'],
        hall: '南部',
        date: '2026-02-03',
      });
      await app.answer('showModal', { confirm: false });
      await app.tap('#cancel');
      await app.expectText('#answer', 'A101');
      await app.tap('#cancel');
      await app.expectText('#answer', '已取消');
      assert.equal((await app.screen()).modals.length, 2);
    });

    test('records a voice while the button is held and uploads it; a refused microphone says so', async () => {
      await app.tapTab('表单');
      await app.press('#talk');
      await app.expectText('#voice', '收到语音');
      const upload = server.log.at(-1);
      assert.match(String(upload?.headers['content-type']), /^multipart\/form-data/);
      assert.match(upload?.body ?? '', /name="clip"; filename="tmp_record_1\.mp3"[^]*ID3-a-voice/);
      assert.deepEqual(await app.calls('RecorderManager.start'), [{ format: 'mp3', duration: 60_000 }]);
      await app.grant('scope.record', false);
      await app.press('#talk');
      await app.expectText('#voice', /operateRecorder:fail/);
    });

    test('a player loads its sound without headers: a link must carry its own signature', async () => {
      await app.tapTab('表单');
      await app.tap('#play');
      await app.expectText('#sound', '播放完');
      assert.equal(server.log.at(-1)?.headers.authorization, undefined);
      await app.tap('#play-unsigned');
      await app.expectText('#sound', '出错 10002');
    });

    test('pull, bottom, share', async () => {
      await app.expectText('#count', '共 2 条');
      await app.pull();
      await app.waitFor(async () => !(await app.screen()).pulling, 'the end of the refresh');
      assert.equal(server.log.length, 2);
      await app.reachBottom();
      await app.expectText('#pages', '更多 1');
      assert.deepEqual(await app.share(), { title: '办税服务', path: '/pages/home/index' });
      await app.tapTab('表单');
      await assert.rejects(app.pull(), /doesn't enable pull-down refresh/);
    });

    test('the network goes and comes; a dead server is told from a dead network', async () => {
      await app.expectText('#count', '共 2 条');
      await app.network('none');
      await app.expectText('#online', '离线');
      await app.pull();
      await app.expectText('#error', /INTERNET_DISCONNECTED/);
      await app.network('4g', 20);
      await app.expectText('#online', '在线');
      await app.pull();
      await app.expectGone('#error');
      await server.close();
      await app.pull();
      await app.expectText('#error', /ECONNREFUSED|UND_ERR_SOCKET|ECONNRESET/);
    });

    test('goes to the background, comes back, comes in again by a shared card', async () => {
      await app.background();
      await app.foreground();
      await app.expectText('#shows', '显示 2');
      await app.reopen({ path: DETAIL, query: { id: '1' }, scene: 1007 });
      await app.expectText('#title', '元旦放假通知');
      assert.deepEqual(await app.stack(), [DETAIL]);
    });

    test('the phone keeps its storage between two runs', async () => {
      await app.close();
      const storage = {};
      app = await start({ storage });
      await app.expectText('#visits', '来访 1');
      await app.close();
      app = await start({ storage });
      await app.expectText('#visits', '来访 2');
    });

    test('only listed domains are reachable', async () => {
      await app.expectText('#count', '共 2 条');
      await app.close();
      app = await start({ domains: ['https://other.example'] });
      await app.expectText('#error', /url not in domain list/);
      assert.equal(server.log.length, 1);
    });
  });
}
