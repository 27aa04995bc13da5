import { useRef } from 'react';
import { now } from '@/lib/clock';

const PART = 10;

const randomPart = () =>
  Math.random()
    .toString(36)
    .slice(2, 2 + PART)
    .padEnd(PART, '0');

/**
 * A key that names one intention: sent again with it, a request changes nothing twice. WeChat has no crypto; the key is
 * no secret, it only has to differ from the same person's other keys.
 */
export const idempotencyKey = (): string => `${now().toString(36)}-${randomPart()}${randomPart()}`;

/**
 * The key for what is about to be sent: the same one for the same body, however often it is tried; a new one when the
 * body was changed in between.
 * @returns gives the key for a body
 */
export function useIdempotencyKey(): (body: unknown) => string {
  const last = useRef<{ body: string; key: string }>(undefined);
  return (body) => {
    const text = JSON.stringify(body ?? null);
    if (last.current?.body !== text) last.current = { body: text, key: idempotencyKey() };
    return last.current.key;
  };
}
