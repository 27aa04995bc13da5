import { parentPort } from 'node:worker_threads';
import { normalise } from '../../platform/text/normalise.js';
import { type AskedText, clusterQuestions, type KnownCluster, minSimilarityAmong } from './domain/clusters.js';

export interface ClusteringJob {
  items: AskedText[];
  previous: KnownCluster[];
}
export type ClusteringJobResult = KnownCluster[];

parentPort?.on('message', ({ items, previous }: ClusteringJob) => {
  const fresh = new Set(items.map(({ text }) => normalise(text))).size;
  const wordings = previous.reduce((sum, { texts }) => sum + texts.length, fresh);
  parentPort?.postMessage(clusterQuestions(items, previous, minSimilarityAmong(wordings)).known);
});
