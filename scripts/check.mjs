/** `npm run check [-- format | lint | architecture | types]`: all checks run, each failure is reported. */
import { build, needsBuild } from './lib/build.mjs';
import { runChecks } from './lib/checks.mjs';

// Types and type-aware rules read the built declarations of shared.
const built = needsBuild('shared') ? await build('shared') : { code: 0 };
const { failed } = await runChecks(process.argv[2]);
process.exitCode = built.code === 0 && failed === 0 ? 0 : 1;
