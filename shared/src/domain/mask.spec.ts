import { describe, expect, it } from '@jest/globals';
import { maskName, maskPhone, maskResidentId } from './mask.js';

describe('masks of single fields', () => {
  it('shows three and four digits of a phone', () => {
    expect(maskPhone('13812345678')).toBe('138****5678');
    expect(maskPhone('+86 138-1234-5678')).toBe('138****5678');
  });

  it('shows the province and the last four of a resident id', () => {
    expect(maskResidentId('11010519491231002x')).toBe('110***********002X');
  });

  it('hides whole what is not of the expected kind', () => {
    expect(maskPhone('1381234')).toBe('*******');
    expect(maskResidentId('110105491231002')).toBe('***************');
    expect(maskPhone('')).toBe('');
  });

  it('keeps the surname, and the last character of a longer given name', () => {
    const names = {
      张三: '张*',
      张三丰: '张*丰',
      欧阳明: '欧阳*',
      欧阳小明: '欧阳*明',
      欧阳: '欧*',
      慕容晓晓: '慕容*晓',
    };
    for (const [name, masked] of Object.entries(names)) expect(maskName(name)).toBe(masked);
    expect(maskName(' 李四 ')).toBe('李*');
    expect(maskName('𠮷田')).toBe('𠮷*');
  });

  it('keeps only the first character of any other name, and hides its length', () => {
    expect(maskName('John Smith')).toBe('J**');
    expect(maskName('阿卜杜拉·买买提')).toBe('阿**');
    expect(maskName('张')).toBe('*');
    expect(maskName('')).toBe('');
  });
});
