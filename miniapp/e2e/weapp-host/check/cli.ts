import path from 'node:path';
import { parseArgs } from 'node:util';
import { checkDist } from '.';

/** `tsx e2e/weapp-host/check/cli.ts DIST [--src DIR] [--library 2.30.0] [--hosts a.gov.cn,b.gov.cn]` */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { src: { type: 'string' }, library: { type: 'string' }, hosts: { type: 'string' } },
});
const { src, library, hosts } = values;
const findings = checkDist(path.resolve(positionals[0] ?? 'dist/weapp'), {
  ...(src ? { src } : {}),
  ...(library ? { library } : {}),
  ...(hosts ? { hosts: hosts.split(',') } : {}),
});
for (const { level, rule, file, message } of findings)
  console.log(`${level.padEnd(8)} ${rule.padEnd(15)} ${file}  ${message}`);
const errors = findings.filter((finding) => finding.level === 'error').length;
console.log(`${errors} errors, ${findings.length - errors} warnings`);
process.exitCode = errors > 0 ? 1 : 0;
