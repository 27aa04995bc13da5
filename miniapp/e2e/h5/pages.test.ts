import { after, before, describe, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { type Life, liveOn } from '../support/life';
import { startServer, type TestServer } from '../support/server';
import { openBrowser, openPhone, type Phone } from './phone';

/** A page, how to get to it, and what is there once it has come. */
interface Visit {
  name: string;
  query?: (life: Life) => Record<string, string>;
  heading: string | RegExp;
  /** Something of its content, so that no page is judged while it is empty. */
  shows: string | RegExp;
  act?: (phone: Phone) => Promise<void>;
}

const ofMatter = ({ matterId }: Life) => ({ matterId });
const ofAppointment = ({ appointmentId }: Life) => ({ appointmentId });
const ofCase = ({ caseId }: Life) => ({ caseId });
const ofPlace = ({ matterId, hallId }: Life) => ({ matterId, hallId });
const ofQuestion = ({ helpRequestId }: Life) => ({ helpRequestId });

const SIGNED_OUT: Visit[] = [
  { name: 'home', heading: '办税服务首页', shows: /登录后，这里会显示/ },
  { name: 'me', heading: '我的', shows: '还没有登录' },
  { name: 'booking/list', heading: '我的预约', shows: '请先登录' },
  { name: 'account/sign-in', heading: '登录', shows: '获取验证码' },
  {
    name: 'cases/look-up',
    heading: '查哪一件事的进度？',
    shows: '有 2 处需要修改',
    act: (phone) => phone.press('button', '查进度'),
  },
];

const SIGNED_IN: Visit[] = [
  { name: 'home', heading: '办税服务首页', shows: /下一次预约/ },
  { name: 'matters', heading: '办事', shows: '代开增值税专用发票' },
  { name: 'progress', heading: '进度', shows: '停业登记' },
  { name: 'me', heading: '我的', shows: '王晓明' },
  { name: 'account/consent', heading: '隐私条款', shows: /版本/ },
  { name: 'account/phone', heading: '您的手机号是多少？', shows: '获取验证码' },
  { name: 'account/profile', heading: '账户与企业', shows: '宁波青禾贸易有限公司' },
  {
    name: 'account/bind',
    heading: '您替哪家企业办事？',
    shows: /处需要修改/,
    act: (phone) => phone.press('button', '核对并绑定'),
  },
  { name: 'booking/matter', query: ofMatter, heading: '停业登记', shows: '带什么材料' },
  { name: 'booking/hall', query: ofMatter, heading: '到哪个办税服务厅？', shows: /百丈/ },
  {
    name: 'booking/time',
    query: ofPlace,
    heading: '什么时候来？',
    shows: /上午/,
  },
  { name: 'booking/online', query: ofMatter, heading: '这件事可以网上办', shows: '仍要到厅，继续预约' },
  { name: 'booking/whom', heading: '为谁办理？', shows: '宁波青禾贸易有限公司' },
  { name: 'booking/further', heading: '这次还要办什么？', shows: '代开增值税专用发票' },
  {
    name: 'booking/full',
    query: (life) => ({ ...ofPlace(life), on: '2026-11-24', slotId: life.slotId }),
    heading: /约满了$/,
    shows: '换个时间',
  },
  { name: 'booking/check', heading: '核对预约', shows: /样例大道100号/ },
  { name: 'booking/rules', heading: '预约规则', shows: /依据/ },
  { name: 'booking/standing', heading: '我的预约资格', shows: '规则是这样的' },
  { name: 'booking/reschedule', query: ofAppointment, heading: '改到什么时候？', shows: /一直为您留着/ },
  { name: 'account/proxy', heading: '亲友代办', shows: '添加一位' },
  { name: 'queue/halls', heading: '各厅现在人多不多', shows: /个窗口在办|没有窗口在办/ },
  { name: 'queue/ticket', query: ({ ticketToken }) => ({ token: ticketToken }), heading: /^您的号/, shows: '怎么排' },
  { name: 'booking/list', heading: '我的预约', shows: '停业登记' },
  { name: 'booking/detail', query: ofAppointment, heading: '预约详情', shows: '带什么材料' },
  {
    name: 'booking/detail',
    query: ofAppointment,
    heading: '预约详情',
    shows: '取消这次预约？',
    act: (phone) => phone.press('button', '取消预约'),
  },
  { name: 'booking/done', query: ofAppointment, heading: '预约已提交', shows: '接下来' },
  { name: 'cases/detail', query: ofCase, heading: '办件详情', shows: '窗口请您补正' },
  { name: 'cases/correction', query: ofCase, heading: '您怎样补正？', shows: '补正说明' },
  { name: 'notices/list', heading: '通知公告', shows: '元旦期间办税服务厅放假安排' },
  {
    name: 'notices/detail',
    query: ({ noticeId }) => ({ noticeId }),
    heading: '元旦期间办税服务厅放假安排',
    shows: /照常办理/,
  },
  { name: 'messages/list', heading: '我的消息', shows: '需要补正材料' },
  { name: 'help/ask', heading: '您想问什么？', shows: '按一下，开始说话' },
  {
    name: 'help/similar',
    heading: '先看看这些答案',
    shows: '没有解决？发给工作人员',
    act: async (phone) => {
      await phone.open('help/ask');
      await phone.type(/写一句话/, '停业要带什么材料');
      await phone.press('button', '继续');
      await phone.find('.question-row').first().click();
    },
  },
  { name: 'help/sent', query: ofQuestion, heading: '提问已发送', shows: '接下来' },
  { name: 'help/list', heading: '我的提问', shows: /停业期间还要不要申报/ },
  { name: 'help/detail', query: ofQuestion, heading: '提问详情', shows: /期满前办理复业/ },
  { name: 'help/knowledge', heading: '常见问题', shows: /\S/ },
  { name: 'help/article', query: ({ knowledgeId }) => ({ knowledgeId }), heading: /./, shows: '官方答复' },
  {
    name: 'records/list',
    heading: '我的服务记录',
    shows: '准确时间',
    act: (phone) => phone.find('.entry__head').first().click(),
  },
  { name: 'records/export', heading: '导出我的数据', shows: '整理我的数据' },
  { name: 'records/deletion', heading: '注销账户', shows: '注销会怎样' },
];

/** Every page as people see it: whole, sound, and open to everybody, in both sizes. */
describe('every page', () => {
  let server: TestServer;
  let browser: Browser;
  let life: Life;

  before(async () => {
    [server, browser] = await Promise.all([startServer(), openBrowser()]);
    life = await liveOn(server);
  });
  after(async () => {
    await browser.close();
    await server.stop();
  });

  const walk = (title: string, visits: Visit[], elder: boolean, signedIn: boolean): void =>
    void describe(`${title}${elder ? ', elder mode' : ''}`, () => {
      let phone: Phone;
      before(async () => {
        const who = signedIn ? { token: life.citizen.token, draft: elder ? life.elderDraft : life.draft } : {};
        phone = await openPhone(browser, server, { elder, ...who });
      });
      after(() => phone.close());
      for (const [i, { name, query, heading, shows, act }] of visits.entries()) {
        test(`${name}${act ? ', acted on' : ''}`, async () => {
          await phone.open(name, query?.(life));
          if (act) await act(phone);
          await phone.on(heading);
          await phone.see(shows);
          const number = String(i + 1).padStart(2, '0');
          const shot = `h5-${signedIn ? 'in' : 'out'}-${number}-${name.replace('/', '-')}${elder ? '-elder' : ''}`;
          await phone.shot(shot);
          await phone.expectAccessible(name);
          phone.expectSound();
        });
      }
    });

  for (const elder of [false, true]) {
    walk('signed out', SIGNED_OUT, elder, false);
    walk('signed in', SIGNED_IN, elder, true);
  }
});
