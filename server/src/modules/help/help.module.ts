import { type BeforeApplicationShutdown, Logger, Module, type OnApplicationShutdown } from '@nestjs/common';
import { HOUR_MS, MINUTE_MS } from '@yiyun/shared';
import { Clock } from '../../platform/clock.js';
import type { Config } from '../../platform/config/config.js';
import { CONFIG } from '../../platform/config/config.token.js';
import { Database } from '../../platform/database/database.js';
import { EventHandlers } from '../../platform/events/outbox.js';
import { Jobs } from '../../platform/jobs/jobs.js';
import { VoiceIntake } from '../../platform/voice/index.js';
import { FAQ_ARTICLES } from '../../seed/faq-articles.js';
import { PersonalDataSources } from '../identity/index.js';
import { MattersModule } from '../matters/index.js';
import { InboxTexts } from '../messaging/index.js';
import { Phrases, UnitOfWork } from '../records/index.js';
import { AnsweringService } from './answering.service.js';
import { AskingService } from './asking.service.js';
import { Deflections } from './deflections.js';
import { answeredText } from './domain/inbox-texts.js';
import { helpPhrases } from './domain/phrases.js';
import { HelpQuestions } from './help-questions.js';
import { HelpViews } from './help-views.js';
import { CitizenHelpController } from './http/citizen.controller.js';
import { PublicHelpController } from './http/public.controller.js';
import { StaffHelpController } from './http/staff.controller.js';
import { importArticles } from './knowledge/articles.js';
import { KnowledgeService } from './knowledge/knowledge.service.js';
import { KnowledgeBase } from './knowledge/knowledge-base.js';
import { Publisher } from './knowledge/publisher.js';
import { HelpPersonalData } from './personal-data.js';
import { RequestRepository } from './storage/request.repository.js';
import { SearchLog } from './storage/search-log.js';
import { StaffRequestList } from './storage/staff-request-list.js';
import { Transcriber } from './voice/transcriber.js';
import { VoiceService } from './voice/voice.service.js';
import { VoiceClips } from './voice/voice-clips.js';
import { VoiceKeeper } from './voice/voice-keeper.js';

const log = new Logger('help');

/** The sample articles need the office's check before taxpayers may rely on them: they are for the demonstration only. */
const demoArticles = FAQ_ARTICLES.map((article) => ({ ...article, official: article.standing === 'published' }));

@Module({
  imports: [MattersModule],
  controllers: [CitizenHelpController, StaffHelpController, PublicHelpController],
  providers: [
    { provide: VoiceIntake, useFactory: () => new VoiceIntake() },
    {
      provide: KnowledgeBase,
      useFactory: async (db: Database, work: UnitOfWork, clock: Clock, config: Config) => {
        if (config.mode === 'demo') await importArticles(work, demoArticles);
        return KnowledgeBase.open(db, clock, (error) => log.error(error));
      },
      inject: [Database, UnitOfWork, Clock, CONFIG],
    },
    RequestRepository,
    StaffRequestList,
    SearchLog,
    VoiceClips,
    VoiceService,
    VoiceKeeper,
    Transcriber,
    Publisher,
    HelpViews,
    AskingService,
    AnsweringService,
    KnowledgeService,
    HelpQuestions,
    Deflections,
    HelpPersonalData,
  ],
  exports: [KnowledgeBase, HelpQuestions, Deflections, AskingService, AnsweringService, KnowledgeService],
})
export class HelpModule implements BeforeApplicationShutdown, OnApplicationShutdown {
  constructor(
    private readonly intake: VoiceIntake,
    private readonly knowledge: KnowledgeBase,
    private readonly transcriber: Transcriber,
    keeper: VoiceKeeper,
    personalData: HelpPersonalData,
    sources: PersonalDataSources,
    phrases: Phrases,
    inbox: InboxTexts,
    events: EventHandlers,
    jobs: Jobs,
  ) {
    phrases.teach(helpPhrases);
    inbox.register('HelpAnswered', answeredText);
    sources.register(personalData);
    events.on('VoiceClipAttached', async ({ subjectId }) => transcriber.begin(subjectId));
    events.on(['VoiceErased', 'VoiceDiscarded'], ({ data }) =>
      keeper.removeSound([String(data.hash), String(data.playableHash)]),
    );
    jobs.add({ name: 'transcribe-voices', everyMs: MINUTE_MS, run: () => transcriber.retry() });
    jobs.add({ name: 'prune-voices', everyMs: HOUR_MS, run: () => keeper.prune() });
  }

  /** While the database is still open. */
  beforeApplicationShutdown(): Promise<void> {
    return this.transcriber.settled();
  }

  async onApplicationShutdown(): Promise<void> {
    await this.intake.close();
    await this.knowledge.close();
  }
}
