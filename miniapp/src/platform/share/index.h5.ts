export interface Shared {
  title: string;
  /** Page path with its query, e.g. '/packages/notices/detail/index?id=…'. */
  path: string;
}

/** A browser page is passed on by its address. */
export function useShare(_shared: Shared): void {}
