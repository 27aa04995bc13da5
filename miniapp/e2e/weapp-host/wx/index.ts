import { defineAudio } from './audio';
import { WxBuilder } from './define';
import { defineDevice } from './device';
import { defineFiles } from './files';
import { defineInterface } from './interface';
import { defineNetwork } from './network';
import { defineRecorder } from './recorder';
import { defineStorage } from './storage';
import type { WxArg, WxHost } from './types';

/** Every other documented API of the base library is there and fails loudly: nothing is quietly taken as working. */
function defineUnsupported(builder: WxBuilder): void {
  const { host, wx } = builder;
  for (const name of host.apiNames) {
    if (name in wx) continue;
    wx[name] = (arg?: WxArg) => {
      host.unsupported.push(name);
      const error = { errMsg: `${name}:fail not supported by weapp-host` };
      if (!arg?.fail && !arg?.complete && !arg?.success) throw new Error(error.errMsg);
      arg.fail?.(error);
      arg.complete?.(error);
    };
  }
}

/** The `wx` object of one run of a mini-program. What it does is what the client does, or it fails. */
export function createWx(host: WxHost): Record<string, unknown> {
  const builder = new WxBuilder(host);
  defineInterface(builder);
  defineNetwork(builder);
  defineStorage(builder);
  defineDevice(builder);
  defineFiles(builder);
  defineRecorder(builder);
  defineAudio(builder);
  const implemented = new Set(Object.keys(builder.wx));
  defineUnsupported(builder);
  builder.sync('canIUse', (query: string) => implemented.has(query.split('.')[0] ?? ''));
  return builder.wx;
}
