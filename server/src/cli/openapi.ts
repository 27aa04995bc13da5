import { writeFileSync } from 'node:fs';
import { apiDocument } from '../platform/openapi/serve-openapi.js';

// Writes the API's OpenAPI document to the file that is named, or prints it.
const [file] = process.argv.slice(2);
const text = `${JSON.stringify(apiDocument(), null, 2)}\n`;
if (file) writeFileSync(file, text);
else process.stdout.write(text);
