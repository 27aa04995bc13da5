let read = () => Date.now();

/** The present instant, in ms UTC. The app asks nothing else for the time. */
export const now = (): number => read();

/** Tests set the time here; without an argument the real clock is back. */
export function setClock(source: () => number = () => Date.now()): void {
  read = source;
}
