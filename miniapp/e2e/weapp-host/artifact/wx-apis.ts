import fs from 'node:fs';
import path from 'node:path';

/** One documented function of `wx`. */
export interface WxApi {
  name: string;
  /** The base library that brought it, such as '2.10.0'; undefined when it was always there. */
  since?: string;
  deprecated: boolean;
}

let known: WxApi[] | undefined;

/** Every function of `wx` in WeChat's own typings. */
export function wxApis(): WxApi[] {
  known ??= parse();
  return known;
}

function parse(): WxApi[] {
  const folder = path.dirname(require.resolve('miniprogram-api-typings/package.json'));
  const source = fs.readFileSync(path.join(folder, 'types/wx/lib.wx.api.d.ts'), 'utf8');
  const body = source.slice(source.indexOf('    interface Wx {'));
  const found = new Map<string, WxApi>();
  for (const member of body.matchAll(/^ {8}([a-zA-Z]\w*)[<(]/gm)) {
    const name = member[1] as string;
    if (found.has(name)) continue;
    const comment = body.slice(Math.max(0, body.lastIndexOf('\n        /**', member.index)), member.index);
    const own = comment.replace(/在插件中使用：需要基础库[^\n]*/g, '');
    const since = /需要基础库：?\s*`([\d.]+)`/.exec(own)?.[1];
    found.set(name, { name, deprecated: comment.includes('@deprecated'), ...(since ? { since } : {}) });
  }
  return [...found.values()];
}
