import { createStore } from '../lib/store';

/** Whether changes by others arrive by themselves; `off` before sign-in. */
export type ConnectionState = 'off' | 'connecting' | 'live' | 'lost';

export const connection = createStore<ConnectionState>('off');
