import { Records1763800000001 } from './migrations/1763800000001-records.js';
import { InteractionPersonalRow, InteractionRow, RecordHeadRow, RepeatAnswerRow } from './modules/records/index.js';
import type { Schema } from './platform/database/data-source.js';
import { OutboxRow } from './platform/events/outbox.entity.js';
import { JobRow } from './platform/jobs/jobs.js';

/** Every table, by module; a test holds the entities against what the migrations make. */
export const schema: Schema = {
  entities: [OutboxRow, JobRow, InteractionRow, InteractionPersonalRow, RecordHeadRow, RepeatAnswerRow],
  migrations: [Records1763800000001],
};
