import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

interface CpuProfile {
  nodes: { id: number; callFrame: { functionName: string; url: string; lineNumber: number } }[];
  samples: number[];
  timeDeltas: number[];
}

const SHOWN = 40;

/** Where a function comes from, short: our own path or the package's name. */
function placeOf(url: string): string {
  const inPackage = /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(url);
  if (inPackage?.[1]) return inPackage[1];
  return url.replace(/.*\/(server|shared)\/dist\//, '$1/') || '(native)';
}

/** The functions that took most of the processor's time by themselves, of all profiles in a folder. */
export function summariseProfiles(folder: string): string {
  const selfMs = new Map<string, number>();
  let totalMs = 0;
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.cpuprofile'))) {
    const profile = JSON.parse(readFileSync(join(folder, file), 'utf8')) as CpuProfile;
    const names = new Map(
      profile.nodes.map(({ id, callFrame }) => [
        id,
        `${callFrame.functionName || '(anonymous)'} · ${placeOf(callFrame.url)}`,
      ]),
    );
    profile.samples.forEach((id, i) => {
      const name = names.get(id) ?? '?';
      const ms = (profile.timeDeltas[i] ?? 0) / 1000;
      if (name.startsWith('(idle)')) return;
      totalMs += ms;
      selfMs.set(name, (selfMs.get(name) ?? 0) + ms);
    });
  }
  const most = [...selfMs].sort(([, a], [, b]) => b - a).slice(0, SHOWN);
  return most.map(([name, ms]) => `${((100 * ms) / totalMs).toFixed(1).padStart(6)} %  ${name}`).join('\n');
}
