import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { filesOf } from './hash.mjs';

/** Below this a smaller answer saves nothing: it fits into one packet anyway. */
const LEAST_BYTES = 1_400;
const QUALITY = { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } };

/** Puts a `.br` and a `.gz` beside every text of these files and folders (from the root), for the server to send instead. */
export function compressTexts(paths) {
  for (const file of filesOf(paths).filter((name) => /\.(js|css|html|svg|json)$/.test(name))) {
    const bytes = readFileSync(file);
    const isWorthIt = bytes.length >= LEAST_BYTES;
    keep(`${file}.br`, isWorthIt && brotliCompressSync(bytes, QUALITY));
    keep(`${file}.gz`, isWorthIt && gzipSync(bytes, { level: 9 }));
  }
}

/** One of an earlier build would be sent in the place of what is there now. */
function keep(file, bytes) {
  if (bytes) writeFileSync(file, bytes);
  else rmSync(file, { force: true });
}
