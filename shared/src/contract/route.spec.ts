import { describe, expect, it } from '@jest/globals';
import type { RulesFor } from '../rules.js';
import { get, type ParamsOf, patch, post, type RequestOf } from './route.js';

interface NameBody {
  name: string;
}
const nameRules = { name: { kind: 'string', max: 5, label: '名称' } } as const satisfies RulesFor<NameBody>;

const rename = patch<{ body: NameBody; result: { id: string } }>()('/halls/:hallId/windows/:windowId', {
  access: 'manager',
  summary: '改名',
  body: nameRules,
  errors: ['request.stale'],
});
const list = get<{ query: { q?: string }; result: string[] }>()('/things', {
  access: 'public',
  summary: '列表',
  query: { q: { kind: 'string', max: 5, optional: true, label: '搜索' } },
});

describe('a route', () => {
  it('holds what it was declared with', () => {
    expect(rename).toMatchObject({ method: 'PATCH', path: '/halls/:hallId/windows/:windowId', body: nameRules });
    expect(rename.errors).toEqual(['request.stale']);
  });

  it('is repeatable and gives only the common refusals where nothing else is said', () => {
    const plain = post<{ result: boolean }>()('/plain', { access: 'staff', summary: '一件事' });
    expect(plain).toMatchObject({ method: 'POST', unrepeatable: false, errors: [] });
    expect(plain.body).toBeUndefined();
  });
});

/** Checked by the compiler. */
export const typed: {
  params: ParamsOf<typeof rename>;
  request: RequestOf<typeof rename>;
  optional: RequestOf<typeof list>;
} = {
  params: { hallId: '1', windowId: '2' },
  request: { params: { hallId: '1', windowId: '2' }, body: { name: '甲' } },
  optional: {},
};
// @ts-expect-error a parameter of the path is missing
export const halfParams: ParamsOf<typeof rename> = { hallId: '1' };
// @ts-expect-error the body is missing
export const noBody: RequestOf<typeof rename> = { params: { hallId: '1', windowId: '2' } };
// @ts-expect-error a body needs its rules
export const unruled = post<{ body: NameBody; result: void }>()('/x', { access: 'staff', summary: '无规则' });
// @ts-expect-error rules without a body
export const bodiless = post<{ result: void }>()('/x', { access: 'staff', summary: '多余', body: nameRules });
export const unheardOf = get<{ result: void }>()('/x', {
  access: 'staff',
  summary: '错误码',
  // @ts-expect-error no such code
  errors: ['no.such_code'],
});
