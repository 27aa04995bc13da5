import '@testing-library/jest-dom';
import Taro from '@tarojs/taro';
import { setClock } from '@/lib/clock';

Object.assign(globalThis, { API_BASE: '/api' });

afterEach(() => {
  setClock();
  for (const key of Taro.getStorageInfoSync().keys) Taro.removeStorageSync(key);
});
