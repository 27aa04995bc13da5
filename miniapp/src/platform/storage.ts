import Taro from '@tarojs/taro';

/**
 * What stays on the phone between visits. A full or forbidden storage is no reason to stop someone's business: writing
 * then warns in the log and the app goes on without it.
 */
export function readStored<T>(key: string): T | undefined {
  const value: unknown = Taro.getStorageSync(key);
  return value === '' || value === null || value === undefined ? undefined : (value as T);
}

export function writeStored(key: string, value: unknown): void {
  try {
    Taro.setStorageSync(key, value);
  } catch (error) {
    console.warn('storage is not available', key, error);
  }
}

export function removeStored(key: string): void {
  Taro.removeStorageSync(key);
}

/** The keys that begin with a prefix. */
export function storedKeys(prefix: string): string[] {
  return Taro.getStorageInfoSync().keys.filter((key) => key.startsWith(prefix));
}
