import { create } from 'zustand';

const SHOWN_MS = 3500;

interface Toast {
  /** What is shown and spoken now; the number makes an equal message a new one. */
  message: { text: string; serial: number } | undefined;
}

export const useToast = create<Toast>(() => ({ message: undefined }));

let serial = 0;

/** Tells a short result in passing; what must not be missed belongs on the page itself. */
export function toast(text: string): void {
  const mine = ++serial;
  useToast.setState({ message: { text, serial: mine } });
  setTimeout(() => {
    if (mine === serial) useToast.setState({ message: undefined });
  }, SHOWN_MS);
}
