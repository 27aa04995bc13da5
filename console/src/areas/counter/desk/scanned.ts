/** What was typed or scanned at the desk. */
export type Scanned = { kind: 'phoneTail'; phoneTail: string } | { kind: 'code'; code: string } | { kind: 'nothing' };

/** Four digits are the end of a phone number; anything else is the text of a code or a reference number. */
export function readScan(text: string): Scanned {
  const trimmed = text.trim();
  if (trimmed === '') return { kind: 'nothing' };
  return /^\d{4}$/.test(trimmed) ? { kind: 'phoneTail', phoneTail: trimmed } : { kind: 'code', code: trimmed };
}
