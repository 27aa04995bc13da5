import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

// The server's production build: the code, then the schemas of its answers, which the contract's types give.
const steps = [
  [createRequire(import.meta.url).resolve('typescript/bin/tsc'), '-p', 'tsconfig.build.json'],
  ['dist/cli/answer-schemas.js'],
];
for (const step of steps) {
  const cwd = fileURLToPath(new URL('.', import.meta.url));
  const { status } = spawnSync(process.execPath, step, { cwd, stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}
