import { Records1763800000001 } from './migrations/1763800000001-records.js';
import { Identity1763800000002 } from './migrations/1763800000002-identity.js';
import { Matters1763800000003 } from './migrations/1763800000003-matters.js';
import { Halls1763800000004 } from './migrations/1763800000004-halls.js';
import { Messaging1763800000005 } from './migrations/1763800000005-messaging.js';
import { Appointments1763800000006 } from './migrations/1763800000006-appointments.js';
import { Cases1763800000007 } from './migrations/1763800000007-cases.js';
import { Notices1763800000008 } from './migrations/1763800000008-notices.js';
import { Help1763800000009 } from './migrations/1763800000009-help.js';
import { Insights1763800000010 } from './migrations/1763800000010-insights.js';
import { BookingRules1763800000011 } from './migrations/1763800000011-booking-rules.js';
import { Waitlist1763800000012 } from './migrations/1763800000012-waitlist.js';
import { Queue1763800000013 } from './migrations/1763800000013-queue.js';
import { Reminders1763800000014 } from './migrations/1763800000014-reminders.js';
import { Disruptions1763800000020 } from './migrations/1763800000020-disruptions.js';
import { appointmentEntities } from './modules/appointments/index.js';
import { caseEntities } from './modules/cases/index.js';
import { disruptionEntities } from './modules/disruptions/index.js';
import { hallEntities } from './modules/halls/index.js';
import { helpEntities } from './modules/help/index.js';
import { identityEntities } from './modules/identity/index.js';
import { insightEntities } from './modules/insights/index.js';
import { matterEntities } from './modules/matters/index.js';
import { messagingEntities } from './modules/messaging/index.js';
import { noticeEntities } from './modules/notices/index.js';
import { queueEntities } from './modules/queue/index.js';
import { InteractionPersonalRow, InteractionRow, RecordHeadRow, RepeatAnswerRow } from './modules/records/index.js';
import type { Schema } from './platform/database/data-source.js';
import { OutboxRow } from './platform/events/outbox.entity.js';
import { JobRow } from './platform/jobs/jobs.js';

/** Every table, by module; a test holds the entities against what the migrations make. */
export const schema: Schema = {
  entities: [
    OutboxRow,
    JobRow,
    InteractionRow,
    InteractionPersonalRow,
    RecordHeadRow,
    RepeatAnswerRow,
    ...identityEntities,
    ...matterEntities,
    ...hallEntities,
    ...appointmentEntities,
    ...messagingEntities,
    ...helpEntities,
    ...insightEntities,
    ...queueEntities,
    ...caseEntities,
    ...noticeEntities,
    ...disruptionEntities,
  ],
  migrations: [
    Records1763800000001,
    Identity1763800000002,
    Matters1763800000003,
    Halls1763800000004,
    Messaging1763800000005,
    Appointments1763800000006,
    Cases1763800000007,
    Notices1763800000008,
    Help1763800000009,
    Insights1763800000010,
    BookingRules1763800000011,
    Waitlist1763800000012,
    Queue1763800000013,
    Reminders1763800000014,
    Disruptions1763800000020,
  ],
};
