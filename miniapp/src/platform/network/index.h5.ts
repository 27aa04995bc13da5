/**
 * Tells at once, and on each change, whether there is a network.
 * @returns ends it
 */
export function watchNetwork(tell: (online: boolean) => void): () => void {
  const changed = () => tell(navigator.onLine);
  window.addEventListener('online', changed);
  window.addEventListener('offline', changed);
  changed();
  return () => {
    window.removeEventListener('online', changed);
    window.removeEventListener('offline', changed);
  };
}

/** Tells when the page comes to the front and when it leaves. */
export function watchForeground(tell: (shown: boolean) => void): () => void {
  const changed = () => tell(document.visibilityState === 'visible');
  document.addEventListener('visibilitychange', changed);
  return () => document.removeEventListener('visibilitychange', changed);
}
