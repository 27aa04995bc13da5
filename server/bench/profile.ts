import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

interface CpuProfile {
  nodes: { id: number; callFrame: { functionName: string; url: string } }[];
  samples: number[];
  /** Microseconds since the sample before. */
  timeDeltas: number[];
}

const FUNCTIONS_SHOWN = 25;
const PLACES_SHOWN = 15;
/** Every request passes it: what ran before the first one is the start of the server. */
const FIRST_REQUEST = 'canActivate';

/** Where a function comes from, short: our own path, the package's name, or what Node and V8 bring. */
function placeOf(url: string): string {
  const inPackage = /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(url);
  if (inPackage?.[1]) return inPackage[1];
  if (url.startsWith('node:')) return url.replace(/^node:(internal\/)?([^/]+).*/, 'node:$2');
  return url.replace(/.*\/(server|shared)\/dist\//, '$1/') || '(native)';
}

class Tally {
  private readonly msByName = new Map<string, number>();
  total = 0;

  add(name: string, ms: number): void {
    this.total += ms;
    this.msByName.set(name, (this.msByName.get(name) ?? 0) + ms);
  }

  most(count: number): string {
    const sorted = [...this.msByName].sort(([, a], [, b]) => b - a).slice(0, count);
    return sorted.map(([name, ms]) => `${((100 * ms) / this.total).toFixed(1).padStart(6)} %  ${name}`).join('\n');
  }
}

/** Where the processor's time went while requests were answered: by place and by function, each by itself. */
export function summariseProfiles(folder: string): string {
  const places = new Tally();
  const functions = new Tally();
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.cpuprofile'))) {
    const { nodes, samples, timeDeltas } = JSON.parse(readFileSync(join(folder, file), 'utf8')) as CpuProfile;
    const frames = new Map(nodes.map(({ id, callFrame }) => [id, callFrame]));
    const first = samples.findIndex((id) => frames.get(id)?.functionName === FIRST_REQUEST);
    if (first < 0) continue;
    for (let i = first; i < samples.length; i++) {
      const { functionName = '', url = '' } = frames.get(samples[i] ?? 0) ?? {};
      if (functionName === '(idle)') continue;
      const ms = (timeDeltas[i] ?? 0) / 1000;
      places.add(placeOf(url), ms);
      functions.add(`${functionName || '(anonymous)'} · ${placeOf(url)}`, ms);
    }
  }
  return `By place:\n${places.most(PLACES_SHOWN)}\nBy function:\n${functions.most(FUNCTIONS_SHOWN)}`;
}
