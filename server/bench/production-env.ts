/** The environment of a server in production mode, with made-up keys and gateways that nobody answers. */
export const productionEnv = (databaseUrl: string, dataDir: string): Record<string, string> => ({
  YIYUN_MODE: 'production',
  // As `npm start` runs it.
  NODE_OPTIONS: '--max-semi-space-size=64',
  PORT: '0',
  DATABASE_URL: databaseUrl,
  DATA_DIR: dataDir,
  LOG_LEVEL: 'warn',
  PERSONAL_DATA_KEY: 'personal data key of the benchmark and of nothing else',
  SIGNING_KEY: 'signing key of the benchmark and of nothing else',
  WECHAT_APP_ID: 'wx0000000000000000',
  WECHAT_APP_SECRET: 'none',
  WECHAT_BASE_URL: 'https://wechat.invalid',
  SMS_ACCESS_KEY_ID: 'none',
  SMS_ACCESS_KEY_SECRET: 'none',
  SMS_SIGN_NAME: '基准测试',
  SMS_TEMPLATE_SIGN_IN: 'SMS_000000000',
  SMS_TEMPLATE_DELEGATION: 'SMS_000000001',
  SMS_BASE_URL: 'https://sms.invalid',
  REGISTRY_BASE_URL: 'https://registry.invalid',
  REGISTRY_TOKEN: 'none',
  REQUESTS_PER_MINUTE: '10000000',
});
