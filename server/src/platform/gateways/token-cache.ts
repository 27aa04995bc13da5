/** Ask again this long before the end; within it the provider hands out the next token while the old still works. */
const RENEW_BEFORE_MS = 4 * 60_000;
/** After a failed renewal the old token, if it still lives, serves this long before the next attempt. */
const RETRY_RENEWAL_MS = 30_000;
/** A provider ignores forced renewals that follow each other faster, and counts them against a daily quota. */
const FORCE_INTERVAL_MS = 30_000;

export interface IssuedToken {
  value: string;
  expiresInMs: number;
}

interface HeldToken {
  value: string;
  renewAt: number;
  expiresAt: number;
}

/**
 * Keeps one access token for everyone: any number of callers cause one request (single flight), renewed before it ends.
 */
export class TokenCache {
  #held?: HeldToken;
  #flight?: Promise<string>;
  #forcedAt = Number.NEGATIVE_INFINITY;

  constructor(
    private readonly issue: (force: boolean) => Promise<IssuedToken>,
    private readonly now: () => number,
  ) {}

  /** A token that should work; the old one while its renewal fails and it has not ended. */
  async get(): Promise<string> {
    const held = this.#held;
    if (held && this.now() < held.renewAt) return held.value;
    try {
      return await this.#once(() => this.#renew(false));
    } catch (error) {
      if (!held || this.now() >= held.expiresAt) throw error;
      held.renewAt = this.now() + RETRY_RENEWAL_MS;
      return held.value;
    }
  }

  /**
   * The token to use after the provider refused `refused`: another caller's replacement if there is one, else a newly
   * asked one, and only if the provider still hands out the refused token, a forced one.
   */
  async replace(refused: string): Promise<string> {
    await this.#flight;
    if (this.#held && this.#held.value !== refused) return this.#held.value;
    return this.#once(async () => {
      const renewed = await this.#renew(false);
      const mayForce = this.now() - this.#forcedAt >= FORCE_INTERVAL_MS;
      if (renewed !== refused || !mayForce) return renewed;
      this.#forcedAt = this.now();
      return this.#renew(true);
    });
  }

  #once(work: () => Promise<string>): Promise<string> {
    this.#flight ??= work().finally(() => {
      this.#flight = undefined;
    });
    return this.#flight;
  }

  async #renew(force: boolean): Promise<string> {
    const { value, expiresInMs } = await this.issue(force);
    const usefulMs = Math.max(expiresInMs - RENEW_BEFORE_MS, expiresInMs / 2);
    this.#held = { value, renewAt: this.now() + usefulMs, expiresAt: this.now() + expiresInMs };
    return value;
  }
}
