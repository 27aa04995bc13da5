import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { PersonalData, type PersonalDataCipher } from './personal-data.js';

describe.each<PersonalDataCipher>(['aes-256-gcm', 'sm4'])('personal data sealed with %s', (cipher) => {
  const data = new PersonalData('a secret of the test', cipher);

  it('opens to what was sealed and never shows it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (plain) => {
        const sealed = data.seal(plain);
        if (plain.length > 3) expect(sealed).not.toContain(plain);
        expect(data.open(sealed)).toBe(plain);
      }),
    );
  });

  it('seals files, and refuses an altered one', () => {
    const plain = Buffer.from([0, 255, 10, 13, 128]);
    const sealed = data.sealBytes(plain);
    expect(sealed.includes(plain)).toBe(false);
    expect(data.openBytes(sealed)).toEqual(plain);
    sealed[sealed.length - 1] = (sealed[sealed.length - 1] as number) ^ 1;
    expect(() => data.openBytes(sealed)).toThrow();
  });

  it('seals the same value differently each time', () => {
    expect(data.seal('13800138000')).not.toBe(data.seal('13800138000'));
  });

  it('refuses a text that was altered or sealed with another key', () => {
    const sealed = data.seal('330212199001011234');
    const bytes = Buffer.from(sealed.slice(3), 'base64');
    bytes[bytes.length - 1] = (bytes[bytes.length - 1] as number) ^ 1;
    expect(() => data.open(sealed.slice(0, 3) + bytes.toString('base64'))).toThrow();
    expect(() => new PersonalData('another secret', cipher).open(sealed)).toThrow();
  });

  it('can be opened after the cipher was changed in the configuration', () => {
    const other = new PersonalData('a secret of the test', cipher === 'sm4' ? 'aes-256-gcm' : 'sm4');
    expect(other.open(data.seal('张三'))).toBe('张三');
  });

  it('hashes equal values alike, and otherwise with another key', () => {
    expect(data.hash('13800138000')).toBe(data.hash('13800138000'));
    expect(new PersonalData('another secret').hash('13800138000')).not.toBe(data.hash('13800138000'));
  });
});
