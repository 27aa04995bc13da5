/** `rpx` is a 750th of the screen's width. */
export const rpxToCss = (css: string): string =>
  css.replace(/(-?\d*\.?\d+)rpx/g, (_match, n: string) => `calc(100vw * ${n} / 750)`);
