import path from 'node:path';
import { buildSync } from 'esbuild';

export const REALM_NAME = '__weappRealm';
let bundle: string | undefined;

/** The code that runs beside the mini-program, as one script that sets `__weappRealm`. */
export function realmBundle(): string {
  bundle ??= buildSync({
    entryPoints: [path.join(__dirname, '../realm/boot.ts')],
    bundle: true,
    write: false,
    format: 'iife',
    globalName: REALM_NAME,
    target: 'es2020',
    define: { 'process.env.NODE_ENV': '"production"' },
  }).outputFiles[0]?.text;
  if (!bundle) throw new Error('the realm was not bundled');
  return bundle;
}
