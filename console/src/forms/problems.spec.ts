import { describe, expect, it } from '@jest/globals';
import { openCaseRules, updateHallRules } from '@yiyun/shared';
import { readForm } from './problems';

describe('a form by shared rules', () => {
  it('sends codes in their normal form and leaves out what was left blank', () => {
    const { body, problems } = readForm(openCaseRules, {
      hallId: '01KAN0000000000000000000AA',
      applicantName: ' 张三 ',
      applicantPhone: '138 0000-5678',
      uscc: '  ',
      taxpayerName: undefined,
    });
    expect(problems).toEqual([]);
    expect(body).toEqual({
      hallId: '01KAN0000000000000000000AA',
      applicantName: '张三',
      applicantPhone: '13800005678',
    });
  });

  it('names every field that is wrong, in the words of the rules', () => {
    const hall = { version: 1, address: '', telephone: '电话', guide: '', dutyLeaderId: '?' };
    expect(readForm(updateHallRules, hall).problems).toEqual([
      { path: 'address', message: '请填写地址' },
      { path: 'telephone', message: expect.stringContaining('联系电话') },
      { path: 'dutyLeaderId', message: expect.stringContaining('值班领导') },
    ]);
  });

  it('takes an empty text where the rule allows one', () => {
    const hall = { version: 1, address: '某路一号', telephone: '0574-123456' };
    expect(readForm(updateHallRules, { ...hall, guide: ' ' })).toEqual({ body: { ...hall, guide: '' }, problems: [] });
  });
});
