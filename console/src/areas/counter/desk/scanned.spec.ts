import { describe, expect, it } from '@jest/globals';
import { readScan } from './scanned';

describe('what was typed or scanned', () => {
  it('four digits are the end of a phone number', () => {
    expect(readScan(' 8001 ')).toEqual({ kind: 'phoneTail', phoneTail: '8001' });
  });

  it('anything else is a code', () => {
    expect(readScan('YY-2611-2345-6789\n')).toEqual({ kind: 'code', code: 'YY-2611-2345-6789' });
    expect(readScan('80012')).toEqual({ kind: 'code', code: '80012' });
  });

  it('blanks are nothing', () => {
    expect(readScan('  ')).toEqual({ kind: 'nothing' });
  });
});
