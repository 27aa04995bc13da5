import { createCipheriv, createDecipheriv, createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import { randomBytes } from './random.js';

export type PersonalDataCipher = 'aes-256-gcm' | 'sm4';

/**
 * Keeps personal data unreadable at rest. `seal` encrypts a text (AES-256-GCM, or SM4-CBC with HMAC-SM3 over the
 * ciphertext where national algorithms are asked for), `open` reads it again whichever way it was sealed, `hash` gives
 * the keyed hash by which an encrypted value can be searched. All keys are derived from one secret.
 */
export class PersonalData {
  private readonly aesKey: Buffer;
  private readonly sm4Key: Buffer;
  private readonly macKey: Buffer;
  private readonly hashKey: Buffer;

  constructor(
    secret: string,
    private readonly cipher: PersonalDataCipher = 'aes-256-gcm',
  ) {
    const derive = (purpose: string, bytes: number) => Buffer.from(hkdfSync('sha256', secret, 'yiyun', purpose, bytes));
    this.aesKey = derive('personal-data aes', 32);
    this.sm4Key = derive('personal-data sm4', 16);
    this.macKey = derive('personal-data sm3 mac', 32);
    this.hashKey = derive('personal-data search', 32);
  }

  seal(plain: string): string {
    return `${this.scheme}:${this.encrypt(Buffer.from(plain, 'utf8')).toString('base64')}`;
  }

  /** Throws when the text was altered or sealed with another key. */
  open(sealed: string): string {
    const [scheme, body] = sealed.split(':', 2);
    return this.decrypt(scheme ?? '', Buffer.from(body ?? '', 'base64')).toString('utf8');
  }

  /** The same for files: the first two bytes name the scheme. */
  sealBytes(plain: Buffer): Buffer {
    return Buffer.concat([Buffer.from(this.scheme), this.encrypt(plain)]);
  }

  openBytes(sealed: Buffer): Buffer {
    return this.decrypt(sealed.subarray(0, 2).toString('latin1'), sealed.subarray(2));
  }

  /** Hexadecimal, 64 characters; equal for equal values in normal form. */
  hash(value: string): string {
    return createHmac('sha256', this.hashKey).update(value).digest('hex');
  }

  private get scheme(): string {
    return this.cipher === 'sm4' ? 's1' : 'a1';
  }

  private encrypt(plain: Buffer): Buffer {
    return this.cipher === 'sm4' ? this.sealSm4(plain) : this.sealAes(plain);
  }

  private decrypt(scheme: string, bytes: Buffer): Buffer {
    if (scheme === 'a1') return this.openAes(bytes);
    if (scheme === 's1') return this.openSm4(bytes);
    throw new Error('sealed with an unknown scheme');
  }

  private sealAes(plain: Buffer): Buffer {
    const iv = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', this.aesKey, iv);
    const body = Buffer.concat([cipher.update(plain), cipher.final()]);
    return Buffer.concat([iv, cipher.getAuthTag(), body]);
  }

  private openAes(bytes: Buffer): Buffer {
    const decipher = createDecipheriv('aes-256-gcm', this.aesKey, bytes.subarray(0, 12));
    decipher.setAuthTag(bytes.subarray(12, 28));
    return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]);
  }

  private sealSm4(plain: Buffer): Buffer {
    const iv = randomBytes(16);
    const cipher = createCipheriv('sm4-cbc', this.sm4Key, iv);
    const body = Buffer.concat([iv, cipher.update(plain), cipher.final()]);
    return Buffer.concat([this.mac(body), body]);
  }

  private openSm4(bytes: Buffer): Buffer {
    const [mac, body] = [bytes.subarray(0, 32), bytes.subarray(32)];
    if (mac.length !== 32 || !timingSafeEqual(mac, this.mac(body))) throw new Error('sealed text was altered');
    const decipher = createDecipheriv('sm4-cbc', this.sm4Key, body.subarray(0, 16));
    return Buffer.concat([decipher.update(body.subarray(16)), decipher.final()]);
  }

  private mac(body: Buffer): Buffer {
    return createHmac('sm3', this.macKey).update(body).digest();
  }
}
