import type { WxBuilder } from './define';
import { type WxArg, WxFailure } from './types';

/** Bytes that a base64 text stands for. */
export const byteLength = (base64: string): number =>
  Math.floor((base64.length * 3) / 4) - (base64.endsWith('==') ? 2 : base64.endsWith('=') ? 1 : 0);

/** The file system: temporary files that recorder, camera and downloads leave. Reading gives base64. */
export function defineFiles(builder: WxBuilder): void {
  const { files } = builder.host.phone;
  const read = (path: string): string => {
    const content = files[path];
    if (content === undefined) throw new WxFailure(`no such file or directory ${path}`);
    return content;
  };
  const answer = (name: string, arg: WxArg, work: () => object) =>
    builder.settle(
      name,
      Promise.resolve().then(() => ({ errMsg: `${name}:ok`, ...work() })),
      { complete: () => undefined, ...arg },
    );
  const size = (path: string) => byteLength(read(path));
  builder.sync('getFileSystemManager', () => ({
    readFileSync: (path: string) => read(path),
    accessSync: (path: string) => void read(path),
    readFile: (arg: WxArg) => answer('readFile', arg, () => ({ data: read(String(arg.filePath)) })),
    access: (arg: WxArg) => answer('access', arg, () => ({ size: size(String(arg.path)) })),
    getFileInfo: (arg: WxArg) => answer('getFileInfo', arg, () => ({ size: size(String(arg.filePath)) })),
    unlink: (arg: WxArg) =>
      answer('unlink', arg, () => {
        read(String(arg.filePath));
        delete files[String(arg.filePath)];
        return {};
      }),
  }));
}
