import Taro from '@tarojs/taro';

/** WeChat draws a way back above every page; a browser page has to show its own. */
export const SHOWS_OWN_BACK: boolean = process.env.TARO_ENV === 'h5';

const HOME = '/pages/home/index';

/** One page back; from a page that was opened by its address, to the home page. */
export function goBack(): void {
  if (Taro.getCurrentPages().length > 1) void Taro.navigateBack();
  else void Taro.switchTab({ url: HOME });
}
