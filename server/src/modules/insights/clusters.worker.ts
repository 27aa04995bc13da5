import { parentPort } from 'node:worker_threads';
import { type AskedText, clusterQuestions, type KnownCluster } from './domain/clusters.js';

export interface ClusteringJob {
  items: AskedText[];
  previous: KnownCluster[];
}
export type ClusteringJobResult = KnownCluster[];

parentPort?.on('message', ({ items, previous }: ClusteringJob) => {
  parentPort?.postMessage(clusterQuestions(items, previous).known);
});
