import type { Abstract, INestApplicationContext } from '@nestjs/common';
import { CalendarRangeError, MINUTE_MS, nextOpen } from '@yiyun/shared';
import {
  AppointmentCounter,
  AppointmentsService,
  BookingPoliciesService,
  NoShowsJob,
  RescheduleService,
  SlotsService,
  StandingService,
  WaitlistService,
} from '../modules/appointments/index.js';
import { CaseCounter, CasesService, OpenCaseService } from '../modules/cases/index.js';
import { CallListService, DisruptionsService, OffersService, OffersWorker } from '../modules/disruptions/index.js';
import { type Hall, Halls, HallsService } from '../modules/halls/index.js';
import { AnsweringService, AskingService, KnowledgeService, VoiceService } from '../modules/help/index.js';
import { Citizens, StaffDirectory, Taxpayers } from '../modules/identity/index.js';
import { Matters } from '../modules/matters/index.js';
import { InboxService } from '../modules/messaging/index.js';
import { ManageNoticesService, ReadNoticesService } from '../modules/notices/index.js';
import { CallService, DrawService, ServingService, WindowsService } from '../modules/queue/index.js';
import { Database } from '../platform/database/database.js';
import { OutboxWorker } from '../platform/events/outbox.js';
import type { Context, StaffActor } from '../platform/http/context.js';
import { between, type Random } from './lots.js';
import type { Officers, People } from './people.js';
import type { SeedClock } from './seed-clock.js';
import type { Timeline } from './timeline.js';

/** The services that the people of the demonstration use; the same ones that answer requests. */
export const servicesOf = (app: INestApplicationContext) => {
  const the = <T>(service: Abstract<T>): T => app.get<T>(service, { strict: false });
  return {
    db: the(Database),
    outbox: the(OutboxWorker),
    citizens: the(Citizens),
    taxpayers: the(Taxpayers),
    staff: the(StaffDirectory),
    halls: the(Halls),
    manageHalls: the(HallsService),
    matters: the(Matters),
    inbox: the(InboxService),
    slots: the(SlotsService),
    appointments: the(AppointmentsService),
    appointmentCounter: the(AppointmentCounter),
    rescheduling: the(RescheduleService),
    waitlist: the(WaitlistService),
    noShows: the(NoShowsJob),
    standing: the(StandingService),
    bookingPolicies: the(BookingPoliciesService),
    disruptions: the(DisruptionsService),
    offers: the(OffersService),
    offersWorker: the(OffersWorker),
    callList: the(CallListService),
    cases: the(CasesService),
    openCase: the(OpenCaseService),
    caseCounter: the(CaseCounter),
    manageNotices: the(ManageNoticesService),
    notices: the(ReadNoticesService),
    drawing: the(DrawService),
    windows: the(WindowsService),
    calls: the(CallService),
    serving: the(ServingService),
    asking: the(AskingService),
    answering: the(AnsweringService),
    knowledge: the(KnowledgeService),
    voice: the(VoiceService),
  };
};
export type Services = ReturnType<typeof servicesOf>;

/** Everything a story needs to be told. */
export interface World extends Services {
  readonly seed: number;
  /** The first and the last instant of the history. */
  readonly from: number;
  readonly until: number;
  readonly clock: SeedClock;
  readonly timeline: Timeline;
  readonly people: People;
  readonly officers: Officers;
  readonly manager: Context<StaffActor>;
}

/** `instant` itself when the hall is open then, otherwise within the first hour after it opens; Infinity past the calendar. */
export function whenOpen(
  { halls }: Pick<World, 'halls'>,
  hall: Pick<Hall, 'id'>,
  instant: number,
  random: Random,
): number {
  try {
    const open = nextOpen(halls.calendarOf(hall.id), instant);
    return open === instant ? instant : Math.floor(open + between(random, 1, 60) * MINUTE_MS);
  } catch (error) {
    if (error instanceof CalendarRangeError) return Number.POSITIVE_INFINITY;
    throw error;
  }
}
