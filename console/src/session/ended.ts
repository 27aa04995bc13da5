import { createStore } from '../lib/store';

/** The session has ended while a page is open: one signs in again above the page, and what was typed stays. */
export const sessionEnded = createStore(false);
