import '@testing-library/jest-dom';
import Taro from '@tarojs/taro';
import { cleanup } from '@testing-library/react';
import { clearDrafts } from '@/api/draft-store';
import { setClock } from '@/lib/clock';

Object.assign(globalThis, { API_BASE: '/api' });

afterEach(() => {
  cleanup(); // a page that goes may still write its draft
  setClock();
  clearDrafts();
  for (const key of Taro.getStorageInfoSync().keys) Taro.removeStorageSync(key);
});
