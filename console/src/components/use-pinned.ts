import { useRef } from 'react';

/**
 * What one has seen when a dialog opened, held while others change it underneath: so the act names the version that was
 * looked at. Let go while the dialog is closed, and when the server has refused it as overtaken.
 */
export function usePinned<T>(value: T, isHeld: boolean): T {
  const pinned = useRef(value);
  if (!isHeld) pinned.current = value;
  return pinned.current;
}
