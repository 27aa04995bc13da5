import { AppError } from '@yiyun/shared';
import { NetworkError } from './http';

/** What a person reads when something did not work, and what became of what they typed. */
export function problemText(error: unknown): string {
  if (error instanceof NetworkError) return '网络不通，没有提交成功。您填写的内容已保存在手机上，请稍后再试。';
  if (error instanceof AppError) return error.message;
  return '出了点问题，请稍后再试，或拨打 12366。';
}

export const isRefusal = (error: unknown, ...codes: AppError['code'][]): error is AppError =>
  error instanceof AppError && codes.includes(error.code);
