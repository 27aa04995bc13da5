import { create } from 'zustand';
import { clearDrafts } from '@/api/drafts';
import { readStored, removeStored, writeStored } from '@/platform/storage';

const TOKEN_KEY = 'session.token';

interface Session {
  /** Sent with each request; undefined when nobody is signed in. */
  token: string | undefined;
  signIn(token: string): void;
  /** Forgets the person: the token and everything that was typed and not sent. */
  signOut(): void;
}

export const useSession = create<Session>((set) => ({
  token: readStored<string>(TOKEN_KEY),
  signIn(token) {
    writeStored(TOKEN_KEY, token);
    set({ token });
  },
  signOut() {
    removeStored(TOKEN_KEY);
    clearDrafts();
    set({ token: undefined });
  },
}));
