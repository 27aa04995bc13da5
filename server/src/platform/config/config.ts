import { readFileSync } from 'node:fs';

/** One variable of the environment: how it is read, its default, what it is for. docs/operations.md lists them all. */
interface Variable<T> {
  name: string;
  read: (text: string) => T;
  fallback: T;
  about: string;
}

const fail = (why: string): never => {
  throw new Error(why);
};
const text = (name: string, fallback: string, about: string): Variable<string> => ({
  name,
  fallback,
  about,
  read: (t) => t,
});
const secret = (name: string, about: string): Variable<string> => ({
  name,
  fallback: '',
  about,
  read: (t) => (t.length >= 32 ? t : fail(`${name} 至少需要32个字符`)),
});
const int = (name: string, fallback: number, min: number, max: number, about: string): Variable<number> => ({
  name,
  fallback,
  about,
  read: (t) => {
    const n = Number(t);
    return Number.isSafeInteger(n) && n >= min && n <= max
      ? n
      : fail(`${name} 应为 ${min} 到 ${max} 之间的整数，现在是 ${t}`);
  },
});
const choice = <T extends string>(name: string, values: readonly T[], fallback: T, about: string): Variable<T> => ({
  name,
  fallback,
  about: `${about}（${values.join(' / ')}）`,
  read: (t) => values.find((v) => v === t) ?? fail(`${name} 只能是 ${values.join('、')}，现在是 ${t}`),
});

export const variables = {
  mode: choice('YIYUN_MODE', ['demo', 'production'], 'demo', '运行方式；production 拒绝演示账号、默认密钥和替身网关'),
  port: int('PORT', 3000, 0, 65_535, '监听端口；0 由系统分配'),
  host: text('HOST', '127.0.0.1', '监听地址；容器或多机部署时为 0.0.0.0'),
  publicUrl: text('PUBLIC_URL', '', '用户看到的地址，如 https://tax.example.gov.cn'),
  dataDir: text('DATA_DIR', 'data', '内置数据库与录音文件所在文件夹，相对于项目根目录'),
  databaseUrl: text(
    'DATABASE_URL',
    '',
    '数据库地址；空为内置 SQLite。mysql://用户:密码@主机:3306/库名，?ssl=true 校验证书',
  ),
  databasePool: int('DATABASE_POOL', 10, 2, 200, 'MySQL/MariaDB 连接池大小，读与写各有这么多'),
  personalDataKey: secret('PERSONAL_DATA_KEY', '个人信息加密密钥；丢失则无法读出手机号等内容'),
  personalDataCipher: choice('PERSONAL_DATA_CIPHER', ['aes-256-gcm', 'sm4'], 'aes-256-gcm', '个人信息加密算法'),
  signingKey: secret('SIGNING_KEY', '录音链接等签名用密钥'),
  wechatAppId: text('WECHAT_APP_ID', '', '微信小程序 AppID'),
  wechatAppSecret: text('WECHAT_APP_SECRET', '', '微信小程序 AppSecret'),
  wechatBaseUrl: text('WECHAT_BASE_URL', 'https://api.weixin.qq.com', '微信接口地址'),
  smsAccessKeyId: text('SMS_ACCESS_KEY_ID', '', '阿里云短信 AccessKey ID'),
  smsAccessKeySecret: text('SMS_ACCESS_KEY_SECRET', '', '阿里云短信 AccessKey Secret'),
  smsSignName: text('SMS_SIGN_NAME', '', '短信签名'),
  smsTemplateSignIn: text('SMS_TEMPLATE_SIGN_IN', '', '登录验证码短信模板编号'),
  smsTemplateDelegation: text('SMS_TEMPLATE_DELEGATION', '', '亲友代办验证码短信模板编号，模板须说明用途'),
  smsBaseUrl: text('SMS_BASE_URL', 'https://dysmsapi.aliyuncs.com', '短信接口地址'),
  registryBaseUrl: text('REGISTRY_BASE_URL', '', '税务登记核验服务地址'),
  registryToken: text('REGISTRY_TOKEN', '', '税务登记核验服务令牌'),
  speechAppKey: text('SPEECH_APP_KEY', '', '阿里云一句话识别 AppKey；空则由工作人员听写'),
  speechAccessKeyId: text('SPEECH_ACCESS_KEY_ID', '', '阿里云语音 AccessKey ID'),
  speechAccessKeySecret: text('SPEECH_ACCESS_KEY_SECRET', '', '阿里云语音 AccessKey Secret'),
  speechTokenBaseUrl: text('SPEECH_TOKEN_BASE_URL', 'https://nls-meta.cn-shanghai.aliyuncs.com', '语音令牌接口地址'),
  speechBaseUrl: text('SPEECH_BASE_URL', 'https://nls-gateway-cn-shanghai.aliyuncs.com', '语音识别接口地址'),
  requestsPerMinute: int('REQUESTS_PER_MINUTE', 1200, 10, 10_000_000, '每个会话（未登录时每个IP）每分钟请求数上限'),
  signInsPerMinute: int('SIGN_INS_PER_MINUTE', 30, 1, 1_000_000, '每个IP每分钟登录、验证码与凭号查询次数上限'),
  sessionDays: int('SESSION_DAYS', 30, 1, 365, '纳税人会话有效天数'),
  staffSessionHours: int('STAFF_SESSION_HOURS', 10, 1, 72, '工作人员会话有效小时数'),
  staffIdleMinutes: int('STAFF_IDLE_MINUTES', 120, 5, 1440, '工作人员多少分钟不操作后会话失效'),
  trustProxy: choice('TRUST_PROXY', ['no', 'yes'], 'no', '前面有反向代理时为 yes，用其给出的来源地址'),
  logLevel: choice('LOG_LEVEL', ['silent', 'error', 'warn', 'info', 'debug'], 'info', '日志级别'),
  demoHistory: int('DEMO_APPOINTMENTS', 3000, 0, 500_000, '演示库中一年历史的预约数'),
} as const;

export type Config = { readonly [K in keyof typeof variables]: ReturnType<(typeof variables)[K]['read']> };

/** Keys for trying the system out; anybody can read them here, so production refuses them. */
const DEMO_KEY = 'yiyun-demo-key-that-everyone-can-read';

/** The variable's text, or the content of the file that `<NAME>_FILE` names, as container platforms hand out secrets. */
function given(env: NodeJS.ProcessEnv, name: string): string | undefined {
  const file = env[`${name}_FILE`];
  if (file) return readFileSync(file, 'utf8').trim();
  return env[name] === '' ? undefined : env[name];
}

/**
 * The configuration of this process. Throws one error that names every variable that is wrong, and, in production, every
 * default secret and stand-in gateway.
 */
export function readConfig(env: NodeJS.ProcessEnv): Config {
  const problems: string[] = [];
  const values = Object.entries(variables).map(([key, variable]) => {
    const v = given(env, variable.name);
    try {
      return [key, v === undefined ? variable.fallback : variable.read(v)];
    } catch (error) {
      problems.push((error as Error).message);
      return [key, variable.fallback];
    }
  });
  const config = Object.fromEntries(values) as Config;
  if (config.mode === 'production') problems.push(...unfitForProduction(config));
  if (problems.length > 0) throw new Error(`配置有误：\n${problems.map((p) => `  · ${p}`).join('\n')}`);
  return {
    ...config,
    personalDataKey: config.personalDataKey || DEMO_KEY,
    signingKey: config.signingKey || DEMO_KEY,
  };
}

function unfitForProduction(config: Config): string[] {
  const needed: [keyof Config, string][] = [
    ['personalDataKey', '个人信息加密密钥不能用默认值'],
    ['signingKey', '签名密钥不能用默认值'],
    ['wechatAppId', '微信网关不能用替身'],
    ['wechatAppSecret', '微信网关不能用替身'],
    ['smsAccessKeyId', '短信网关不能用替身'],
    ['smsAccessKeySecret', '短信网关不能用替身'],
    ['smsSignName', '短信网关不能用替身'],
    ['smsTemplateSignIn', '短信网关不能用替身'],
    ['smsTemplateDelegation', '短信网关不能用替身'],
    ['registryBaseUrl', '税务登记核验不能用替身'],
    ['registryToken', '税务登记核验不能用替身'],
  ];
  const missing = needed.filter(([key]) => !config[key]).map(([key, why]) => `${variables[key].name} 未设置：${why}`);
  const demoKeys = (['personalDataKey', 'signingKey'] as const)
    .filter((key) => config[key] === DEMO_KEY)
    .map((key) => `${variables[key].name} 是公开的演示密钥`);
  const local = (['wechatBaseUrl', 'smsBaseUrl', 'registryBaseUrl', 'speechBaseUrl'] as const)
    .filter((key) => /\/\/(127\.|localhost|\[::1\])/.test(config[key]))
    .map((key) => `${variables[key].name} 指向本机：生产环境不能用替身网关`);
  return [...missing, ...demoKeys, ...local];
}
