import { create } from 'zustand';
import { markElder } from '@/platform/shell';
import { readStored, writeStored } from '@/platform/storage';

const ELDER_KEY = 'settings.elder';

interface Settings {
  /** 长辈版: bigger type and targets, fewer things a page. Remembered on this phone. */
  elder: boolean;
  setElder(elder: boolean): void;
}

export const useSettings = create<Settings>((set) => ({
  elder: readStored<boolean>(ELDER_KEY) === true,
  setElder(elder) {
    writeStored(ELDER_KEY, elder);
    markElder(elder);
    set({ elder });
  },
}));
