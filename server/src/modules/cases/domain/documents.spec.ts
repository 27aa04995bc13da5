import { describe, expect, it } from '@jest/globals';
import { documentsToBring, receiveDocuments } from './documents.js';

const list = documentsToBring([
  { name: '申请表', required: true },
  { name: '身份证件', required: true },
  { name: '代理委托书（委托他人办理时提供）', required: false },
]);

describe('the documents of a case', () => {
  it('are marked as received', () => {
    expect(receiveDocuments(list, ['申请表', '身份证件']).map((d) => d.received)).toEqual([true, true, false]);
    expect(
      receiveDocuments(
        list,
        list.map((d) => d.name),
      ).every((d) => d.received),
    ).toBe(true);
  });

  it('are asked for by name while required ones are missing', () => {
    expect(() => receiveDocuments(list, ['代理委托书（委托他人办理时提供）'])).toThrow('还缺材料：申请表、身份证件');
  });

  it('must stand on the list', () => {
    expect(() => receiveDocuments(list, ['申请表', '身份证件', '户口本'])).toThrow(
      expect.objectContaining({
        code: 'request.invalid',
        fields: [{ path: 'receivedDocuments', message: '不在材料清单中：户口本' }],
      }),
    );
  });

  it('may be none where the matter lists none', () => {
    expect(receiveDocuments([], [])).toEqual([]);
  });
});
