import type { KnownCluster } from './clusters.js';

/** What has to be written so that the stored clusters become those of a run. */
export interface Placement {
  founded: { id: string; name: string }[];
  /** Clusters that now live on in another. */
  joined: { id: string; into: string }[];
  /** Wordings that had no cluster. */
  placed: { wording: string; clusterId: string }[];
}

/** The step from the clusters before a run to those after it. */
export function placementOf(before: readonly KnownCluster[], after: readonly KnownCluster[]): Placement {
  const ids = new Set(before.map(({ id }) => id));
  const wordings = new Set(before.flatMap(({ texts }) => texts));
  return {
    founded: after.filter(({ id }) => !ids.has(id)).map(({ id, name }) => ({ id, name })),
    joined: after.flatMap(({ id: into, formerIds }) =>
      formerIds.filter((id) => ids.has(id)).map((id) => ({ id, into })),
    ),
    placed: after.flatMap(({ id: clusterId, texts }) =>
      texts.filter((wording) => !wordings.has(wording)).map((wording) => ({ wording, clusterId })),
    ),
  };
}
