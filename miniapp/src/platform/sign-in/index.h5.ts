/**
 * Taro's browser stubs of WeChat's sign-in answer success without data, so they are never called here.
 * In a browser one signs in with a phone number and a code.
 */
export const SIGNS_IN_WITH_WECHAT: boolean = false;

export async function wechatCode(): Promise<string> {
  throw new Error('no WeChat sign-in in a browser');
}

/** A browser has no WeChat messages; the in-app inbox and SMS carry them. */
export async function askToNotify(_templateIds: string[]): Promise<string[]> {
  return [];
}
