import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { readConfig, variables } from './config.js';

const KEY = 'a-key-of-this-test-that-is-long-enough';
const production = {
  YIYUN_MODE: 'production',
  PERSONAL_DATA_KEY: KEY,
  SIGNING_KEY: KEY,
  WECHAT_APP_ID: 'wx0',
  WECHAT_APP_SECRET: 's',
  SMS_ACCESS_KEY_ID: 'k',
  SMS_ACCESS_KEY_SECRET: 's',
  SMS_SIGN_NAME: '税务',
  SMS_TEMPLATE_SIGN_IN: 'SMS_1',
  SMS_TEMPLATE_DELEGATION: 'SMS_2',
  REGISTRY_BASE_URL: 'https://registry.example.cn',
  REGISTRY_TOKEN: 't',
};

describe('the configuration', () => {
  it('starts a demonstration with nothing set', () => {
    expect(readConfig({})).toMatchObject({ mode: 'demo', port: 3000, databaseUrl: '' });
  });
  it('names every variable that is wrong at once', () => {
    expect(() => readConfig({ PORT: 'abc', LOG_LEVEL: 'loud', PERSONAL_DATA_KEY: 'short' })).toThrow(
      /PORT.*LOG_LEVEL.*|PERSONAL_DATA_KEY.*PORT.*LOG_LEVEL/s,
    );
  });
  it('takes production when everything real is set', () => {
    expect(readConfig(production).mode).toBe('production');
  });
  it.each(Object.keys(production).filter((name) => name !== 'YIYUN_MODE'))(
    'refuses production without %s, and says which',
    (name) => {
      expect(() => readConfig({ ...production, [name]: '' })).toThrow(name);
    },
  );
  it('refuses a public key and a stand-in gateway in production', () => {
    expect(() => readConfig({ ...production, SIGNING_KEY: readConfig({}).signingKey })).toThrow(
      'SIGNING_KEY 是公开的演示密钥',
    );
    expect(() => readConfig({ ...production, WECHAT_BASE_URL: 'http://127.0.0.1:1' })).toThrow(
      'WECHAT_BASE_URL 指向本机',
    );
  });
  it('reads a secret from the file that <NAME>_FILE names', () => {
    const file = new URL(import.meta.url).pathname;
    expect(readConfig({ SIGNING_KEY_FILE: file }).signingKey).toContain('the configuration');
  });
  it('is listed whole in docs/operations.md, with its defaults', () => {
    const manual = readFileSync(new URL('../../../../docs/operations.md', import.meta.url), 'utf8');
    const missing = Object.values(variables).filter(
      ({ name, fallback, about }) =>
        !manual.includes(`| \`${name}\` | ${fallback === '' ? '（空）' : `\`${fallback}\``} | ${about} |`),
    );
    expect(missing.map(({ name }) => name)).toEqual([]);
  });
});
