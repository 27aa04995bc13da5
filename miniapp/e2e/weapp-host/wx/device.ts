import { plainCopy, type WxBuilder } from './define';
import { WxFailure } from './types';

const EVENTS = [
  'NetworkStatusChange AppShow AppHide AppRoute PageNotFound Error UnhandledRejection WindowResize ThemeChange',
  'MemoryWarning KeyboardHeightChange NeedPrivacyAuthorization UserCaptureScreen AudioInterruptionBegin',
  'AudioInterruptionEnd',
].flatMap((line) => line.split(' '));

function defineSystem(builder: WxBuilder): void {
  const { host } = builder;
  const { phone } = host;
  const system = () => ({
    brand: 'devtools',
    model: 'weapp-host',
    system: 'iOS 17.0',
    platform: 'devtools',
    pixelRatio: 2,
    screenWidth: phone.windowWidth,
    screenHeight: phone.windowHeight,
    windowWidth: phone.windowWidth,
    windowHeight: phone.windowHeight,
    statusBarHeight: 20,
    language: 'zh_CN',
    version: '8.0.50',
    SDKVersion: phone.sdkVersion,
    fontSizeSetting: phone.fontSizeSetting,
    fontSizeScaleFactor: phone.fontSizeSetting / 16,
    safeArea: {
      left: 0,
      top: 20,
      right: phone.windowWidth,
      bottom: phone.windowHeight,
      width: phone.windowWidth,
      height: phone.windowHeight - 20,
    },
    theme: 'light',
  });
  for (const name of ['getSystemInfoSync', 'getWindowInfo', 'getDeviceInfo', 'getAppBaseInfo'])
    builder.sync(name, system);
  builder.api('getSystemInfo', system);
  builder.sync('getSystemSetting', () => ({ bluetoothEnabled: true, locationEnabled: true, wifiEnabled: true }));
  builder.sync('getAccountInfoSync', () => ({
    miniProgram: { appId: phone.appId, envVersion: 'develop', version: '' },
    plugin: {},
  }));
  builder.sync('getLaunchOptionsSync', host.entry);
  builder.sync('getEnterOptionsSync', host.entry);
  builder.sync('getUpdateManager', () => ({
    onCheckForUpdate: () => undefined,
    onUpdateReady: () => undefined,
    onUpdateFailed: () => undefined,
    applyUpdate: () => undefined,
  }));
}

/** What needs the user's consent; tests answer with `answer(name, …)` or `grant(scope, …)`. */
function definePermissions(builder: WxBuilder): void {
  const { host } = builder;
  const { grants } = host.phone;
  builder.api('authorize', (arg) => {
    const scope = String(arg.scope);
    if (grants[scope] === false) throw new WxFailure('auth deny');
    grants[scope] = true;
  });
  const settings = () => ({ authSetting: plainCopy(grants) });
  builder.api('getSetting', settings);
  builder.api('openSetting', settings);
  builder.api('getPrivacySetting', () => ({
    needAuthorization: host.answer('getPrivacySetting')?.needAuthorization ?? false,
    privacyContractName: '《用户隐私保护指引》',
  }));
  builder.scripted('requirePrivacyAuthorize', {});
  builder.accepted(['openPrivacyContract']);
  builder.api('requestSubscribeMessage', (arg) => {
    const answer = host.answer('requestSubscribeMessage') ?? {};
    const ids = (arg.tmplIds ?? []) as string[];
    return Object.fromEntries(ids.map((id) => [id, answer[id] ?? 'accept']));
  });
}

/** System information, events, sign-in, permissions, and what the camera or the map would answer. */
export function defineDevice(builder: WxBuilder): void {
  const { host, wx } = builder;
  defineSystem(builder);
  definePermissions(builder);
  host.events.expose(wx, EVENTS);
  wx.env = { USER_DATA_PATH: 'wxfile://usr' };
  builder.scripted('login', { code: 'host-code' });
  builder.scripted('checkSession', {});
  builder.scripted('scanCode', { result: 'host-scan', scanType: 'QR_CODE' });
  builder.scripted('getLocation', { latitude: 29.83, longitude: 121.56, accuracy: 30 });
  builder.scripted('getFuzzyLocation', { latitude: 29.83, longitude: 121.56 });
  builder.scripted('chooseLocation', { name: '办税服务厅', address: '', latitude: 29.83, longitude: 121.56 });
  builder.scripted('chooseMedia', { fail: 'cancel' });
  builder.scripted('chooseMessageFile', { fail: 'cancel' });
  builder.scripted('getClipboardData', { data: '' });
}
