export type { Artifact } from './artifact/types';
export { type LaunchOptions, launch, type Weapp } from './launch';
export type { Entry, Seen } from './realm/remote';
export { BROWSER_ARGS, chromiumPath, closeBrowser } from './view/browser';
export type { ViewName } from './view/view';
