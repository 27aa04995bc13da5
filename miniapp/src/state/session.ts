import { create } from 'zustand';
import { clearDrafts } from '@/api/draft-store';
import { readStored, removeStored, writeStored } from '@/platform/storage';

const TOKEN_KEY = 'session.token';
const OWNER_KEY = 'session.owner';

interface Session {
  /** Sent with each request; undefined when nobody is signed in. */
  token: string | undefined;
  /** Id of the person whose unsent words this phone may hold: who is signed in, or was when the session ran out. */
  owner: string | undefined;
  /** What somebody else typed here before is forgotten. */
  signIn(token: string, owner: string): void;
  /** The server ended the session: what was typed stays for when the same person signs in again. */
  expire(): void;
  /** Forgets the person: the token and everything that was typed and not sent. */
  signOut(): void;
}

export const useSession = create<Session>((set, get) => ({
  token: readStored<string>(TOKEN_KEY),
  owner: readStored<string>(OWNER_KEY),
  signIn(token, owner) {
    const before = get().owner;
    if (before !== undefined && before !== owner) clearDrafts();
    writeStored(TOKEN_KEY, token);
    writeStored(OWNER_KEY, owner);
    set({ token, owner });
  },
  expire() {
    removeStored(TOKEN_KEY);
    set({ token: undefined });
  },
  signOut() {
    removeStored(TOKEN_KEY);
    removeStored(OWNER_KEY);
    clearDrafts();
    set({ token: undefined, owner: undefined });
  },
}));
