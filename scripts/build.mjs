/** `node scripts/build.mjs [name …]`: builds these parts (all without a name) and what they need, if they changed. */
import { BUILDS, build, needsBuild } from './lib/build.mjs';
import { install, needsInstall } from './lib/install.mjs';

// Standard output belongs to the command that comes after: `npm run openapi > openapi.json`.
const say = (text) => process.stderr.write(`${text}\n`);

function expectDone({ code, output }, what) {
  if (code === 0) return;
  say(`${output}\n${what} failed`);
  process.exit(1);
}

const wanted = process.argv.slice(2);
const unknown = wanted.find((name) => !(name in BUILDS));
if (unknown) throw new Error(`nothing is called ${unknown}: ${Object.keys(BUILDS).join(', ')}`);
const names = Object.keys(BUILDS).filter((name) => wanted.length === 0 || name === 'shared' || wanted.includes(name));

if (needsInstall()) {
  say('installing …');
  expectDone(await install({ quiet: true }), 'install');
}
for (const name of names.filter(needsBuild)) {
  say(`building ${name} …`);
  expectDone(await build(name, { quiet: true }), `build of ${name}`);
}
