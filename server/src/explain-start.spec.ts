import { describe, expect, it } from '@jest/globals';
import { explainStart } from './explain-start.js';

const failure = (code: string, message = 'as the driver says it') => Object.assign(new Error(message), { code });

describe('why a start failed', () => {
  it.each([
    ['SQLITE_FULL', '磁盘已满，请清理后再启动'],
    ['ENOSPC', '磁盘已满，请清理后再启动'],
    ['EADDRINUSE', '端口 3000 已被占用，请用 PORT=其他端口 启动'],
    ['EACCES', '没有权限监听端口 3000'],
  ])('is one sentence for what can be mended: %s', (code, sentence) => {
    expect(explainStart(failure(code), 3000)).toBe(sentence);
  });

  it('is what our own check says', () => {
    expect(explainStart(new Error('配置有误：\n  · SIGNING_KEY 未设置'), 3000)).toBe(
      '配置有误：\n  · SIGNING_KEY 未设置',
    );
  });

  it('comes with its stack where it is a fault of the program', () => {
    expect(explainStart(new TypeError('x is undefined'), 3000)).toMatch(/TypeError: x is undefined\n\s+at /);
  });
});
