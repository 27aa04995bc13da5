import {
  ClusteringStateRow,
  QuestionClusterMemberRow,
  QuestionClusterRow,
  QuestionEntryRow,
} from './storage/insights.entities.js';

export { Clustering } from './clustering.js';
export { InsightsModule } from './insights.module.js';

export const insightEntities = [QuestionEntryRow, QuestionClusterRow, QuestionClusterMemberRow, ClusteringStateRow];
