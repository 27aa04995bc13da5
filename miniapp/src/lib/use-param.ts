import { useRouter } from '@tarojs/taro';

/** A parameter of this page's address; '' when it is missing. */
export function useParam(name: string): string {
  const value = useRouter().params[name];
  return value ? decodeURIComponent(value) : '';
}
