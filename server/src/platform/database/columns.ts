/** An instant or a count that may pass 2³¹: BIGINT as a safe integer on every driver (mysql2 gives bigints as text). */
export const big = {
  type: 'bigint',
  transformer: {
    to: (v: number | null | undefined) => v,
    from: (v: string | number | null) => (v === null ? null : Number(v)),
  },
} as const;
/** JSON kept as text: one behaviour on every database, the order of keys as written. */
export const json = {
  type: 'text',
  transformer: {
    to: (v: unknown) => (v === undefined || v === null ? v : JSON.stringify(v)),
    from: (v: string | null) => (v === null ? null : (JSON.parse(v) as unknown)),
  },
} as const;
/** Yes or no as 1 or 0. */
export const flag = {
  type: 'int',
  transformer: { to: (v: boolean | undefined) => (v === undefined ? v : v ? 1 : 0), from: (v: number) => v === 1 },
} as const;
export const id = { type: 'varchar', length: 26 } as const;
export const day = { type: 'varchar', length: 10 } as const;
export const text = (length: number) => ({ type: 'varchar', length }) as const;
export const longText = { type: 'text' } as const;
export const int = { type: 'int' } as const;
export const nullable = <T extends object>(options: T) => ({ ...options, nullable: true }) as const;
