export type Listener = (event: unknown) => void;

/** Events by name, in the order in which listeners came. */
export class Emitter {
  private readonly listeners = new Map<string, Set<Listener>>();

  on(name: string, listener: unknown): void {
    if (typeof listener !== 'function') return;
    const set = this.listeners.get(name) ?? new Set();
    this.listeners.set(name, set.add(listener as Listener));
  }

  /** Without a listener, all of that name go. */
  off(name: string, listener?: unknown): void {
    if (listener === undefined) this.listeners.delete(name);
    else this.listeners.get(name)?.delete(listener as Listener);
  }

  emit(name: string, event?: unknown): void {
    for (const listener of Array.from(this.listeners.get(name) ?? [])) listener(event);
  }

  /** Puts `onX` and `offX` for each name on an object, as WeChat's managers have them. */
  expose(target: Record<string, unknown>, names: string[]): void {
    for (const name of names) {
      target[`on${name}`] = (listener: unknown) => this.on(name, listener);
      target[`off${name}`] = (listener?: unknown) => this.off(name, listener);
    }
  }
}
