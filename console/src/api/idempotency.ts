/** A new key, 32 hex digits. Not `crypto.randomUUID`: that is missing on a plain-http address inside a hall. */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/**
 * Keys of one form's submissions. What was sent and not certainly answered keeps its key when it is sent again
 * unchanged, so the server does it once; anything changed, or any certain answer, starts a new key.
 */
export class SubmitKeys<Variables> {
  private pending?: { text: string; key: string };

  constructor(private readonly makeKey: () => string = newKey) {}

  /** The key to send these variables with. */
  keyFor(variables: Variables): string {
    const text = JSON.stringify(variables) ?? '';
    if (this.pending?.text !== text) this.pending = { text, key: this.makeKey() };
    return this.pending.key;
  }

  /** The server has answered for certain: the next submission is another act. */
  settle(): void {
    this.pending = undefined;
  }
}
