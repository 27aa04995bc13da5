import assert from 'node:assert/strict';
import { test } from 'node:test';
import { makeUscc } from '@yiyun/shared';
import { codeSentTo } from '../../support/clients';
import { type Day, ENTERPRISE, NAME, PHONE, reopenApp } from './day';

/** Somebody comes for the first time and becomes known. */
export function arrival(day: () => Day): void {
  test('the home page serves a person nobody knows yet, and leads to signing in', async () => {
    const { app } = day();
    await app.expectSeen('#act-book');
    await app.expectText('#next-step', /登录后/);
    await app.tap('#next-step');
    await app.expectPage('packages/account/sign-in/index');
  });

  test('WeChat signs in, the privacy terms are read before they are agreed to', async () => {
    const { app } = day();
    await app.answer('login', { code: 'demo-tiyan' });
    await app.tap('#sign-in-wechat');
    await app.expectPage('packages/account/consent/index');
    await app.expectSeen('.terms__paragraph');
    assert.match(await app.text('.terms__version'), /版本 \S+/);
    await app.tap('#agree');
    await app.expectPage('packages/account/phone/index');
  });

  test('a wrong number is told in the summary and beside the field; the right one is verified by a text message', async () => {
    const { app, server } = day();
    await app.input('#phone >> input', '1390000');
    await app.tap('#submit-code');
    await app.expectText('.error-summary__title', '有 2 处需要修改');
    await app.expectSeen('#phone >> .field__error');
    await app.expectSeen('#code >> .field__error');
    await app.input('#phone >> input', '139 0000 1111');
    await app.tap('#send-code');
    await app.expectText('#send-code', /^已发送/);
    const code = await codeSentTo(server, PHONE);
    await app.input('#code >> input', code === '000000' ? '111111' : '000000');
    await app.tap('#submit-code');
    await app.expectText('.notice-bar--error', '验证码不正确，请核对短信');
    await app.input('#code >> input', code);
    await app.tap('#submit-code');
    await app.expectPage('pages/home/index');
  });

  test('the person gives a name and binds an enterprise as the registry knows it', async () => {
    const { app } = day();
    await app.tapTab('我的');
    await app.tap('#my-profile');
    await app.tap('#bind-enterprise');
    await app.tap('#fill-name');
    await app.input('#name >> input', NAME);
    await app.tap('#save-name');
    await app.expectText('.toast-host', /姓名已保存/);
    await app.back();
    await app.input('#uscc >> input', makeUscc('91330212MA2AJ0001').toLowerCase());
    await app.input('#name >> input', ENTERPRISE);
    await app.tap('#submit-binding');
    await app.expectText('.error-summary', /身份/);
    await app.tap('#role >> text=办税员');
    await app.tap('#submit-binding');
    await app.expectPage('packages/account/profile/index');
    await app.expectText('.cell__title', ENTERPRISE);
  });

  test('the phone remembers who it is', async () => {
    await reopenApp(day());
    const { app } = day();
    await app.tapTab('我的');
    await app.expectText('#who', new RegExp(`${NAME}.*139\\*{4}1111.*${ENTERPRISE}`));
  });
}
