import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sayReferenceNo } from '@yiyun/shared';
import { type Day, ENTERPRISE, MATTER } from './day';

const REFERENCE = /[A-Z]\d{6}-?\w+/;

/** From a matter to a place at the counter. */
export function booking(day: () => Day): void {
  test('a matter is found by its name and says what to bring', async () => {
    const { app } = day();
    await app.tapTab('办事');
    await app.input('.search-bar >> input', '停业');
    await app.tap(`text=${MATTER}`);
    await app.expectPage('packages/booking/matter/index');
    await app.expectSeen('.guide__document');
    await app.tap('#book-matter');
  });

  test('what can be done online comes first; whoever comes all the same says why, and for whom', async () => {
    const { app } = day();
    await app.expectPage('packages/booking/online/index');
    await app.expectText('.online__hint', /电子税务局/);
    await app.tap('#onSiteReason >> text=不会网上操作，需要帮助');
    await app.tap('#still-come');
    await app.expectPage('packages/booking/whom/index');
    await app.tap('#whom-next');
    await app.expectText('.error-summary', /请选择为谁办理/);
    await app.tap(`#taxpayerId >> text=${ENTERPRISE}`);
    await app.tap('#whom-next');
    await app.expectPage('packages/booking/hall/index');
  });

  test('the nearest hall comes first once the person allows it', async () => {
    const { app } = day();
    await app.expectText('.cell__title', /鄞州区税务局办税服务厅/);
    await app.answer('getLocation', { latitude: 29.8663, longitude: 121.5752 });
    await app.tap('#locate');
    await app.expectText('.cell__note', /50 米|0 米/);
    const halls = (await app.query('.cell__title')).filter(({ text }) => text.endsWith('办税服务厅'));
    assert.match(halls[0]?.text ?? '', /百丈/);
  });

  test('a day, a slot; the place is held while the answers are checked, and booked', async () => {
    const { app } = day();
    await app.tap('text=鄞州区税务局办税服务厅');
    await app.expectPage('packages/booking/time/index');
    await app.tap('.day-picker >> text=今天');
    await app.expectSeen('.slot');
    await app.tap('.slot >> text=14:00–14:30');
    await app.tap('#time-next');
    await app.expectPage('packages/booking/check/index');
    await app.expectText('.hold-clock', /还剩 (10 分钟|9 分 \d+ 秒)/);
    await app.expectText(
      '.summary-list',
      new RegExp(`停业登记.*${ENTERPRISE}.*样例大道100号.*今天 14:00–14:30.*139\\*{4}1111.*不会网上操作`),
    );
    await app.input('#note >> textarea', '需要两份回执');
    await app.tap('#submit-booking');
    await app.expectPage('packages/booking/done/index');
    await app.expectText('.qr-code__text', REFERENCE);
    const said = await app.text('.qr-code__text');
    assert.match(String((await app.query('.qr-code__image')).length), /1/);
    day().referenceNo = said.replace(/\W/g, '');
    assert.equal(sayReferenceNo(day().referenceNo), said);
  });

  test('it is found again under 我的', async () => {
    const { app, referenceNo } = day();
    await app.tap('#see-appointment');
    await app.expectPage('packages/booking/detail/index');
    await app.expectText('.status', '待确认');
    await app.tapTab('我的');
    await app.tap('#my-appointments');
    await app.tap(`#appointment-${referenceNo}`);
    await app.expectText('.summary-list', new RegExp(`${MATTER}.*${ENTERPRISE}.*需要两份回执`));
    await app.expectText('.timeline', /提交了预约|预约/);
  });
}
