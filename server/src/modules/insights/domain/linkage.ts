import type { SparseVector } from '../../../platform/text/sparse-vector.js';
import { neighboursOf } from '../../../platform/text/tf-idf.js';

/** Average cosine of two groups = product of their sums ÷ product of their sizes. */
interface Group {
  members: number[];
  sum: Map<number, number>;
  /** Average cosine with each group that reaches the current limit, by key. */
  near: Map<number, number>;
}

/**
 * Limits at which joining pauses on the way down. Average-link joins the nearest first, so stopping at a limit and
 * going on from there gives the same groups; near-duplicates are one group before looser pairs are even listed.
 */
const PAUSES = [0.7, 0.5, 0.35, 0.25];

/**
 * Average-link clustering, exact and sparse: joins the groups of `start` (disjoint positions in `vectors`, which have
 * length 1) while two of them are each other's nearest with an average cosine ≥ `minSimilarity` (above 0).
 * Depends on nothing but its arguments; between equally near groups the earlier one is taken.
 */
export function averageLink(
  vectors: readonly SparseVector[],
  start: readonly (readonly number[])[],
  minSimilarity: number,
): number[][] {
  let groups = start.map((members) => groupOf(vectors, members));
  for (const limit of [...PAUSES.filter((pause) => pause > minSimilarity), minSimilarity]) {
    groups = joinDownTo(limit, groups);
  }
  return groups.map(({ members }) => members);
}

function groupOf(vectors: readonly SparseVector[], members: readonly number[]): Group {
  const sum = new Map<number, number>();
  for (const member of members) {
    const { terms, weights } = vectors[member] as SparseVector;
    terms.forEach((term, i) => {
      sum.set(term, (sum.get(term) ?? 0) + (weights[i] as number));
    });
  }
  return { members: [...members], sum, near: new Map() };
}

/** Follows each group to its nearest, and that one to its nearest, until two are each other's, and joins those. */
function joinDownTo(limit: number, start: readonly Group[]): Group[] {
  const groups = new Map(start.entries());
  listNear(start, limit);
  const settled: Group[] = [];
  let chain: number[] = [];
  while (groups.size > 0) {
    if (chain.length === 0) chain = [groups.keys().next().value as number];
    const top = chain[chain.length - 1] as number;
    const below = chain[chain.length - 2];
    const group = groups.get(top) as Group;
    const nearest = nearestOf(group, below);
    if (nearest === undefined) {
      settled.push(group);
      groups.delete(top);
      chain = [];
    } else if (nearest === below) {
      join(groups, below, top, limit);
      chain = chain.slice(0, -2);
    } else {
      chain.push(nearest);
    }
  }
  return settled;
}

/**
 * Only pairs that reach the limit are kept: the average of a joined group lies between those of its parts, so a pair
 * below can never come above.
 */
function listNear(groups: readonly Group[], limit: number): void {
  let key = 0;
  for (const neighbours of neighboursOf(groups.map(meanOf), limit)) {
    const group = groups[key] as Group;
    for (const { index, similarity } of neighbours) {
      group.near.set(index, similarity);
      (groups[index] as Group).near.set(key, similarity);
    }
    key++;
  }
}

function meanOf({ members, sum }: Group): SparseVector {
  return {
    terms: Int32Array.from(sum.keys()),
    weights: Float64Array.from(sum.values(), (weight) => weight / members.length),
  };
}

/** Key of the nearest group; between equals `preferred`, then the earliest. */
function nearestOf({ near }: Group, preferred: number | undefined): number | undefined {
  let nearest: number | undefined;
  let best = 0;
  for (const [key, similarity] of near) {
    const wins = nearest === undefined || similarity > best;
    const winsTie = similarity === best && nearest !== preferred && (key === preferred || key < (nearest as number));
    if (wins || winsTie) {
      nearest = key;
      best = similarity;
    }
  }
  return nearest;
}

/** Puts the smaller group into the larger one, which keeps its key. */
function join(groups: Map<number, Group>, oneKey: number, otherKey: number, limit: number): void {
  const oneIsLarger = (groups.get(oneKey) as Group).members.length >= (groups.get(otherKey) as Group).members.length;
  const [keptKey, goneKey] = oneIsLarger ? [oneKey, otherKey] : [otherKey, oneKey];
  const [kept, gone] = [groups.get(keptKey) as Group, groups.get(goneKey) as Group];
  groups.delete(goneKey);
  const keptSize = kept.members.length;
  const goneSize = gone.members.length;
  const before = kept.near;
  kept.near = new Map();
  for (const key of new Set([...before.keys(), ...gone.near.keys()])) {
    if (key === keptKey || key === goneKey) continue;
    const other = groups.get(key) as Group;
    const toKept = before.get(key) ?? averageSimilarity(kept, other);
    const toGone = gone.near.get(key) ?? averageSimilarity(gone, other);
    const similarity = (keptSize * toKept + goneSize * toGone) / (keptSize + goneSize);
    other.near.delete(goneKey);
    other.near.delete(keptKey);
    if (similarity < limit) continue;
    kept.near.set(key, similarity);
    other.near.set(keptKey, similarity);
  }
  for (const member of gone.members) kept.members.push(member);
  for (const [term, weight] of gone.sum) kept.sum.set(term, (kept.sum.get(term) ?? 0) + weight);
}

function averageSimilarity(a: Group, b: Group): number {
  const [small, large] = a.sum.size <= b.sum.size ? [a.sum, b.sum] : [b.sum, a.sum];
  let product = 0;
  for (const [term, weight] of small) product += weight * (large.get(term) ?? 0);
  return product / (a.members.length * b.members.length);
}
