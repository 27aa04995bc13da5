import { Module } from '@nestjs/common';
import { DAY_MS, MINUTE_MS } from '@yiyun/shared';
import { Jobs } from '../../platform/jobs/jobs.js';
import { HelpModule } from '../help/index.js';
import { Phrases } from '../records/index.js';
import { Clustering } from './clustering.js';
import { DeflectionsService } from './deflections.service.js';
import { HotQuestionsService } from './hot-questions.service.js';
import { ManagerInsightsController } from './http/manager.controller.js';
import { ClusterStore } from './storage/cluster.store.js';
import { EntryStore } from './storage/entry.store.js';
import { EntryCounts } from './storage/entry-counts.js';

@Module({
  imports: [HelpModule],
  controllers: [ManagerInsightsController],
  providers: [EntryStore, EntryCounts, ClusterStore, Clustering, HotQuestionsService, DeflectionsService],
  exports: [Clustering],
})
export class InsightsModule {
  constructor(jobs: Jobs, clustering: Clustering, phrases: Phrases) {
    phrases.teach({
      HotQuestionViewed: '查看了一个热点问题下的提问',
      DeflectionsViewed: '查看了看过相似答案的提问',
    });
    jobs.add({ name: 'hot-questions', everyMs: 2 * MINUTE_MS, run: () => clustering.catchUp() });
    jobs.add({ name: 'hot-questions-all', everyMs: DAY_MS, run: () => clustering.catchUpFromBeginning() });
  }
}
