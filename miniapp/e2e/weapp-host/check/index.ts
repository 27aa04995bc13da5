import { readArtifact } from '../artifact/read';
import { checkApis } from './apis';
import { checkNamedFiles, checkSizes, checkTabBar, checkTemplates } from './files';
import type { Finding } from './finding';
import { checkScripts } from './scripts';

export type { Finding } from './finding';

/** The oldest base library that the mini-program promises to run on. */
const OLDEST_LIBRARY = '2.30.0';

export interface CheckOptions {
  /** The sources, to see which functions of `wx` are used. */
  src?: string;
  library?: string;
  /** Hosts set in WeChat's console; without them, addresses are warnings only. */
  hosts?: string[];
}

/** What WeChat would refuse about a compiled mini-program, found without running it. */
export function checkDist(dist: string, { src, library = OLDEST_LIBRARY, hosts }: CheckOptions = {}): Finding[] {
  const artifact = readArtifact(dist);
  return [
    ...checkNamedFiles(artifact),
    ...checkTabBar(artifact),
    ...checkSizes(artifact),
    ...checkTemplates(artifact),
    ...checkScripts(artifact, hosts),
    ...(src ? checkApis(artifact.app, src, library) : []),
  ];
}
