import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { formats } from '@yiyun/shared';
import { catalogueEntries } from '../../src/modules/matters/catalogue.js';
import { Matters } from '../../src/modules/matters/index.js';
import { loadCatalogue } from '../../src/modules/matters/load-catalogue.js';
import { UnitOfWork } from '../../src/modules/records/index.js';
import { currentRow, replayed } from '../harness/replay.js';
import { startApp, type TestApp } from '../harness/start-app.js';

describe('the catalogue of matters', () => {
  let test: TestApp;
  beforeAll(async () => {
    test = await startApp();
  });
  afterAll(() => test.close());

  const names = async (query: { q?: string; category?: string; limit?: number }) =>
    (await test.client().matters.list({ query })).items.map((matter) => matter.name);

  it('holds 41 matters in categories whose counts add up', async () => {
    const categories = await test.client().matters.categories();
    expect(categories.reduce((sum, category) => sum + category.count, 0)).toBe(41);
    for (const { name, count } of categories) expect(await names({ category: name, limit: 100 })).toHaveLength(count);
  });

  it('pages through every matter once', async () => {
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await test.client().matters.list({ query: { limit: 7, ...(cursor && { cursor }) } });
      seen.push(...page.items.map((matter) => matter.id));
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    expect(seen).toHaveLength(41);
    expect(new Set(seen).size).toBe(41);
  });

  it.each([
    ['专票', '代开增值税专用发票'],
    ['公司注销', '税务注销即时办理'],
    ['怎么开完税证明', '开具税收完税证明'],
    ['三方协议', '银税三方（委托）划缴协议'],
    ['个税记录', '开具个人所得税纳税记录'],
    ['交社保', '城乡居民社会保险费申报'],
    ['验发票真假', '发票真伪鉴定'],
    ['１２３６６', '电话咨询'],
    ['停业登记', '停业登记'],
  ])('finds what people call %s', async (q, expected) => {
    expect((await names({ q }))[0]).toBe(expected);
  });

  it('finds nothing for words of another trade, and refuses a cursor of another list', async () => {
    expect(await names({ q: '汽车保养' })).toEqual([]);
    await expect(test.client().matters.list({ query: { cursor: 'abc' } })).rejects.toMatchObject({
      code: 'request.invalid',
    });
  });

  it('shows the guide of a matter, or that there is none', async () => {
    const [first] = (await test.client().matters.list({ query: { q: '开具税收完税证明' } })).items;
    const guide = await test.client().matters.get({ params: { matterId: first?.id ?? '' } });
    expect(guide).toMatchObject({
      name: '开具税收完税证明',
      version: 1,
      group: 'simple',
      confirmation: 'automatic',
      statutoryWorkingDays: 1,
      promisedWorkingDays: 1,
    });
    expect(guide.supportingDocuments).toContain('有效身份证明');
    expect(guide.sampleNote).toContain('样例');
    await expect(test.client().matters.get({ params: { matterId: guide.id.slice(0, 25) } })).rejects.toMatchObject({
      code: 'request.not_found',
    });
  });

  it('keeps the ids of its matters from database to database', () => {
    const entries = catalogueEntries();
    expect(entries.every((entry) => formats.id.test(entry.id))).toBe(true);
    expect(entries.find((entry) => entry.name === '开具税收完税证明')?.id).toBe('0F7QXEEAFSNDA4MFJKDACCM30E');
  });

  it('loading again changes nothing; a changed entry gets a new version, recorded (R1, R4)', async () => {
    const matters = test.app.get(Matters, { strict: false });
    const id = catalogueEntries()[0]?.id ?? '';
    await loadCatalogue(test.app.get(UnitOfWork));
    expect((await replayed(test, `matter:${id}`)).version).toBe(1);

    await test.db.change("UPDATE matter SET description = '旧的说明', serviceMinutes = 5 WHERE id = ?", [id]);
    await loadCatalogue(test.app.get(UnitOfWork));
    await matters.refresh();
    expect(matters.get(id)).toMatchObject({ version: 2, serviceMinutes: catalogueEntries()[0]?.serviceMinutes });

    const { version, facts } = await replayed(test, `matter:${id}`);
    expect(version).toBe(2);
    expect(facts).toEqual(await currentRow(test, 'matter', { id }));
  });
});
