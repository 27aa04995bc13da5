import { normalise } from '../../../platform/text/normalise.js';
import type { SparseVector } from '../../../platform/text/sparse-vector.js';
import { unitVectors } from '../../../platform/text/tf-idf.js';
import { clusterIdOf, medoidOf, shortName } from './cluster-identity.js';
import { isoWeekOf } from './iso-week.js';
import { averageLink } from './linkage.js';

/** One question or search as it was asked. `text` must hold no personal data: it can become a cluster's name. */
export interface AskedText {
  id: string;
  text: string;
  at: number;
}

/** What is kept of a cluster from one run to the next. */
export interface KnownCluster {
  id: string;
  /** Ids of clusters that have since been joined into this one: old links lead here. */
  formerIds: string[];
  name: string;
  /** Every normalised wording ever counted here, in order. */
  texts: string[];
}

/** A known cluster with what was asked in the period. */
export interface QuestionCluster extends KnownCluster {
  /** By time, then id. */
  members: AskedText[];
  /** Number of members. */
  count: number;
  /** Members by ISO week in Asia/Shanghai, in order; weeks without any are absent. */
  trend: { week: string; count: number }[];
}

export interface ClusteringResult {
  /** Those asked about in the period, most asked first, then by id. Every item is in exactly one. */
  clusters: QuestionCluster[];
  /** All clusters, silent ones included, by id: the `previous` of the next run. */
  known: KnownCluster[];
}

/** Average cosine from which questions count as the same; best on the FAQ groups (0.18–0.20), precise before broad. */
const MIN_SIMILARITY = 0.2;

/**
 * The same for questions that are taken in as they come, among so many wordings so far. Among few, common words look rare
 * and all questions alike; what is joined then stays joined, what is kept apart can still join later.
 */
export const minSimilarityAmong = (wordings: number): number => Math.min(0.7, MIN_SIMILARITY + 4 / (wordings + 8));

/**
 * Groups what was asked by likeness of wording. Equal normalised texts share a cluster; the order of `items` and
 * `previous` makes no difference. A wording never leaves the cluster in which it was counted: clusters grow, and join
 * where new wordings bridge them (the one with more wordings keeps id and name). Running again on the same items with
 * the former result changes nothing. `previous` must be a former `known`, whole.
 */
export function clusterQuestions(
  items: readonly AskedText[],
  previous: readonly KnownCluster[] = [],
  minSimilarity = MIN_SIMILARITY,
): ClusteringResult {
  const asked = groupByText(items);
  const homes = homesOf(previous);
  const texts = [...new Set([...asked.keys(), ...homes.keys()])].sort();
  const vectors = unitVectors(texts);
  const all = averageLink(vectors, startingGroups(texts, homes), minSimilarity).map((group): QuestionCluster => {
    const positions = group.sort((a, b) => a - b);
    const own = positions.map((position) => texts[position] as string);
    const askings = own.map((text) => asked.get(text) ?? []);
    const members = askings.flat().sort(inTime);
    const ancestors = new Set(own.flatMap((text) => homes.get(text) ?? []));
    const identity =
      ancestors.size > 0
        ? inherit([...ancestors])
        : found(
            own,
            askings,
            positions.map((position) => vectors[position] as SparseVector),
          );
    return { ...identity, texts: own, members, count: members.length, trend: trendOf(members) };
  });
  return {
    clusters: all.filter(({ count }) => count > 0).sort((a, b) => b.count - a.count || byText(a.id, b.id)),
    known: all
      .map(({ id, formerIds, name, texts: own }) => ({ id, formerIds, name, texts: own }))
      .sort((a, b) => byText(a.id, b.id)),
  };
}

type Identity = Pick<KnownCluster, 'id' | 'formerIds' | 'name'>;

function groupByText(items: readonly AskedText[]): Map<string, AskedText[]> {
  const asked = new Map<string, AskedText[]>();
  for (const item of items) {
    const text = normalise(item.text);
    const askings = asked.get(text);
    if (askings === undefined) asked.set(text, [item]);
    else askings.push(item);
  }
  for (const askings of asked.values()) askings.sort(inTime);
  return asked;
}

/** The cluster of every wording known so far. */
function homesOf(previous: readonly KnownCluster[]): Map<string, KnownCluster> {
  return new Map(previous.flatMap((cluster) => cluster.texts.map((text) => [text, cluster])));
}

/** Known clusters start whole, every new wording alone; in the order of their first wordings. */
function startingGroups(texts: readonly string[], homes: ReadonlyMap<string, KnownCluster>): number[][] {
  const groups = new Map<KnownCluster | number, number[]>();
  texts.forEach((text, position) => {
    const key = homes.get(text) ?? position;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [position]);
    else group.push(position);
  });
  return [...groups.values()];
}

function inherit(ancestors: KnownCluster[]): Identity {
  const [heir, ...joined] = ancestors.sort((a, b) => b.texts.length - a.texts.length || byText(a.id, b.id));
  const { id, name, formerIds } = heir as KnownCluster;
  return { id, formerIds: [...formerIds, ...joined.flatMap((other) => [other.id, ...other.formerIds])].sort(), name };
}

/** A new cluster has its id from the wording asked first, its name from the most typical one. */
function found(texts: readonly string[], askings: readonly AskedText[][], vectors: readonly SparseVector[]): Identity {
  const firstAt = askings.map((same) => (same[0] as AskedText).at);
  const founder = firstAt.indexOf(Math.min(...firstAt));
  const typical = askings[
    medoidOf(
      vectors,
      askings.map((same) => same.length),
    )
  ] as AskedText[];
  return { id: clusterIdOf(texts[founder] as string), formerIds: [], name: shortName(plainest(typical)) };
}

/** The shortest way in which it was written: without greetings, mostly. */
function plainest(askings: readonly AskedText[]): string {
  const [shortest] = askings.map(({ text }) => text).sort((a, b) => a.length - b.length || byText(a, b));
  return shortest as string;
}

function trendOf(members: readonly AskedText[]): { week: string; count: number }[] {
  const counts = new Map<string, number>();
  for (const { at } of members) counts.set(isoWeekOf(at), (counts.get(isoWeekOf(at)) ?? 0) + 1);
  return [...counts].map(([week, count]) => ({ week, count }));
}

function inTime(a: AskedText, b: AskedText): number {
  return a.at - b.at || byText(a.id, b.id);
}

function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
