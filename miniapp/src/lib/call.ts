import Taro from '@tarojs/taro';

/** Opens the phone's dialler with a number; whether one then calls is the person's own choice. */
export function call(phoneNumber: string): void {
  Taro.makePhoneCall({ phoneNumber }).catch((error: unknown) => console.warn('no call was made', error));
}

/** The tax hotline of the whole country. */
export const call12366 = (): void => call('12366');
