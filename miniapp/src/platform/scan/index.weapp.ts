import Taro from '@tarojs/taro';

/** WeChat opens the camera; in a browser the phone's own camera reads the code and opens its address. */
export const CAN_SCAN: boolean = true;

/** What a code says. Rejects when the person scanned nothing. */
export async function scan(): Promise<string> {
  const { result } = await Taro.scanCode({ onlyFromCamera: false, scanType: ['qrCode'] });
  return result;
}
