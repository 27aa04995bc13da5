import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AnswerSchemas } from './json-schema.js';

/** Made by the build from the contract's TypeScript types; never committed. */
export const ANSWER_SCHEMAS_FILE = join(dirname(fileURLToPath(import.meta.url)), '../../../dist/answer-schemas.json');

/** Throws when the server was not built. */
export const readAnswerSchemas = (file = ANSWER_SCHEMAS_FILE): AnswerSchemas =>
  JSON.parse(readFileSync(file, 'utf8')) as AnswerSchemas;
