import { register } from 'node:module';

/** `node --import` this file, and TypeScript modules load as they are written, `./x.js` meaning `./x.ts`. */
register('./typescript-hooks.mjs', import.meta.url);
