import Taro from '@tarojs/taro';

/** In WeChat one signs in with WeChat; in a browser with a phone number and a code. */
export const SIGNS_IN_WITH_WECHAT: boolean = true;

/** A one-time code that the server exchanges for the person's openid. Rejects when WeChat gives none. */
export async function wechatCode(): Promise<string> {
  const { code } = await Taro.login();
  if (!code) throw new Error('WeChat gave no sign-in code');
  return code;
}

/**
 * Asks to be allowed one WeChat message per template. Must be called straight from a tap.
 * @returns the templates that were allowed
 */
export async function askToNotify(templateIds: string[]): Promise<string[]> {
  if (templateIds.length === 0) return [];
  const answer = (await Taro.requestSubscribeMessage({ tmplIds: templateIds, entityIds: [] })) as unknown as Record<
    string,
    string
  >;
  return templateIds.filter((id) => answer[id] === 'accept');
}
