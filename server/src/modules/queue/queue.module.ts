import { Module } from '@nestjs/common';
import { MINUTE_MS } from '@yiyun/shared';
import { EventHandlers } from '../../platform/events/outbox.js';
import { Jobs } from '../../platform/jobs/jobs.js';
import { HallsModule } from '../halls/index.js';
import { PersonalDataSources } from '../identity/index.js';
import { MattersModule } from '../matters/index.js';
import { InboxTexts } from '../messaging/index.js';
import { Phrases } from '../records/index.js';
import { QueueAlerts } from './alerts.js';
import { BoardService } from './board.service.js';
import { CallService } from './call.service.js';
import { CitizenTicketsService } from './citizen-tickets.service.js';
import { DayService } from './day.service.js';
import { DayRosters } from './day-rosters.js';
import { ticketInboxTexts } from './domain/inbox-texts.js';
import { queuePhrases } from './domain/phrases.js';
import { DrawService } from './draw.service.js';
import { EndOfDay } from './end-of-day.js';
import { HallQueues } from './hall-queues.js';
import { HallWindows } from './hall-windows.js';
import { CitizenTicketsController } from './http/citizen.controller.js';
import { CounterController } from './http/counter.controller.js';
import { DeskController } from './http/desk.controller.js';
import { QueuePolicyController } from './http/manager.controller.js';
import { PublicQueueController } from './http/public.controller.js';
import { TicketListsService } from './lists.service.js';
import { NearTeller } from './near-teller.js';
import { PaperService } from './paper.service.js';
import { TicketPersonalData } from './personal-data.js';
import { QueuePolicies } from './queue-policies.js';
import { ServingService } from './serving.service.js';
import { PaperStore } from './storage/paper.store.js';
import { TicketRepository } from './storage/ticket.repository.js';
import { TicketStore } from './storage/ticket.store.js';
import { WatchStore } from './storage/watch.store.js';
import { WindowStore } from './storage/window.store.js';
import { TicketViews } from './ticket-views.js';
import { Tickets } from './tickets.facade.js';
import { WaitingService } from './waiting.service.js';
import { WindowsService } from './windows.service.js';

/** After each of these somebody may have become near. */
const MOVES = ['TicketCalled', 'TicketLeft', 'TicketWatched', 'TicketTransferred', 'TicketReturned'];

@Module({
  imports: [HallsModule, MattersModule],
  controllers: [
    PublicQueueController,
    CitizenTicketsController,
    DeskController,
    CounterController,
    QueuePolicyController,
  ],
  providers: [
    Tickets,
    DrawService,
    PaperService,
    WindowsService,
    CallService,
    ServingService,
    WaitingService,
    BoardService,
    TicketListsService,
    DayService,
    DayRosters,
    CitizenTicketsService,
    QueuePolicies,
    QueueAlerts,
    NearTeller,
    EndOfDay,
    HallQueues,
    HallWindows,
    TicketViews,
    TicketPersonalData,
    TicketRepository,
    TicketStore,
    PaperStore,
    WatchStore,
    WindowStore,
  ],
  exports: [Tickets],
})
export class QueueModule {
  constructor(
    jobs: Jobs,
    events: EventHandlers,
    inbox: InboxTexts,
    phrases: Phrases,
    sources: PersonalDataSources,
    alerts: QueueAlerts,
    endOfDay: EndOfDay,
    near: NearTeller,
    windows: HallWindows,
    personalData: TicketPersonalData,
  ) {
    phrases.teach(queuePhrases);
    sources.register(personalData);
    jobs.add({ name: 'queue-alerts', everyMs: MINUTE_MS, run: () => alerts.lookAtAll() });
    jobs.add({ name: 'queue-end-of-day', everyMs: 10 * MINUTE_MS, run: () => endOfDay.run() });
    events.on(MOVES, ({ hallId }) => (hallId === null ? Promise.resolve() : near.look(hallId)));
    for (const [type, say] of Object.entries(ticketInboxTexts)) {
      inbox.register(type, (event) => ({
        ...say(event, windows.labelOf(String(event.data.windowId))),
        subjectKind: 'ticket',
        subjectId: event.subjectId,
      }));
    }
  }
}
