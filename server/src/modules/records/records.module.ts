import { Global, Module } from '@nestjs/common';
import { Jobs } from '../../platform/jobs/jobs.js';
import { RecordsController } from './http/records.controller.js';
import { Phrases } from './phrases.js';
import { RecordReader } from './record-reader.js';
import { RecordVerifier } from './record-verifier.js';
import { Recorder } from './recorder.js';
import { RecordsService } from './records.service.js';
import { RepeatAnswers } from './repeat-answers.js';
import { InteractionStore } from './storage/interaction.store.js';
import { UnitOfWork } from './unit-of-work.js';

const providers = [InteractionStore, Recorder, RecordReader, RecordVerifier, Phrases, RepeatAnswers, UnitOfWork];

/** Global, like the platform: every module's commands run in its unit of work. */
@Global()
@Module({ controllers: [RecordsController], providers: [...providers, RecordsService], exports: providers })
export class RecordsModule {
  constructor(jobs: Jobs, answers: RepeatAnswers) {
    jobs.add({ name: 'prune-repeat-answers', everyMs: 3_600_000, run: () => answers.prune() });
  }
}
