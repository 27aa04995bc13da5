import { plainCopy, type WxBuilder } from './define';
import { WxFailure } from './types';

const MAX_ENTRY_CHARS = 1024 * 1024;
const MAX_TOTAL_KB = 10 * 1024;

/** Storage holds JSON values: 1 MB a key, 10 MB in all. */
export function defineStorage(builder: WxBuilder): void {
  const { storage } = builder.host.phone;
  const sizeKb = () => Math.ceil(JSON.stringify(storage).length / 1024);
  const put = (key: unknown, value: unknown) => {
    if (typeof key !== 'string' || key === '') throw new WxFailure('parameter error: key should be a non-empty String');
    if ((JSON.stringify(value)?.length ?? 0) > MAX_ENTRY_CHARS) throw new WxFailure('entry size limit reached');
    storage[key] = plainCopy(value);
    if (sizeKb() > MAX_TOTAL_KB) {
      delete storage[key];
      throw new WxFailure('the maximum size of the file storage limit is exceeded');
    }
  };
  const get = (key: string) => (key in storage ? plainCopy(storage[key]) : '');
  const remove = (key: string) => {
    delete storage[key];
  };
  const clear = () => {
    for (const key of Object.keys(storage)) delete storage[key];
  };
  const info = () => ({ keys: Object.keys(storage), currentSize: sizeKb(), limitSize: MAX_TOTAL_KB });

  builder.sync('setStorageSync', put);
  builder.sync('getStorageSync', get);
  builder.sync('removeStorageSync', remove);
  builder.sync('clearStorageSync', clear);
  builder.sync('getStorageInfoSync', info);
  builder.api('setStorage', (arg) => put(arg.key, arg.data));
  builder.api('getStorage', (arg) => {
    if (!((arg.key as string) in storage)) throw new WxFailure('data not found');
    return { data: get(arg.key as string) };
  });
  builder.api('removeStorage', (arg) => remove(arg.key as string));
  builder.api('clearStorage', clear);
  builder.api('getStorageInfo', info);
}
