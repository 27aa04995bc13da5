/** The parts of Taro that the app calls, over plain memory; a test replaces what it needs to watch. */
import { useEffect } from 'react';

const stored = new Map<string, unknown>();

const Taro = {
  request: jest.fn(),
  uploadFile: jest.fn(),
  navigateTo: jest.fn(),
  redirectTo: jest.fn(),
  reLaunch: jest.fn(),
  navigateBack: jest.fn(),
  switchTab: jest.fn(),
  getCurrentPages: jest.fn(() => [{}]),
  setClipboardData: jest.fn(async () => undefined),
  makePhoneCall: jest.fn(async () => undefined),
  stopPullDownRefresh: jest.fn(),
  createInnerAudioContext: jest.fn(),
  getRecorderManager: jest.fn(),
  getStorageSync: (key: string) => stored.get(key) ?? '',
  setStorageSync: (key: string, value: unknown) => {
    stored.set(key, JSON.parse(JSON.stringify(value)));
  },
  removeStorageSync: (key: string) => {
    stored.delete(key);
  },
  getStorageInfoSync: () => ({ keys: [...stored.keys()] }),
};

/** A page shows when it is mounted. */
export const useDidShow = (shown: () => void): void => {
  useEffect(shown, []);
};
export const useDidHide = (_hidden: () => void): void => undefined;
/** What a test does with the page: pull it down, reach its end, give it parameters. */
export const usePullDownRefresh = jest.fn();
export const useReachBottom = jest.fn();
export const useRouter = jest.fn(() => ({ params: {} }));

export default Taro;
