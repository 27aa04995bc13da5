import {
  type AppointmentAction,
  type AppointmentStatus,
  type AppointmentView,
  defaultBookingRules,
  type SlotView,
} from '@yiyun/shared';
import { OffersWorker } from '../../../src/modules/disruptions/index.js';
import type { Matter } from '../../../src/modules/matters/index.js';
import { asCitizen, asManager, asOfficer, type TestActor, type TestCitizen } from '../../harness/actors.js';
import { firstHall, makeSlots, slotsOn, someMatter } from '../../harness/appointments.js';
import { saidTime } from '../../harness/disruptions.js';
import { startApp, type TestApp } from '../../harness/start-app.js';

export const TODAY = '2026-11-24';
const EARLY = 8 * 60 + 40;

/** One person's appointment, and everybody who could act on it. */
export interface Scene {
  test: TestApp;
  hallId: string;
  manager: TestActor;
  officer: TestActor;
  citizen: TestCitizen;
  matter: Matter;
  appointment: AppointmentView;
  slot: SlotView;
  otherSlot: SlotView;
}
type Act = (scene: Scene) => Promise<unknown>;

const on = ({ appointment: { id, version } }: Scene, more: object = {}) => ({
  params: { appointmentId: id },
  body: { version, ...more },
});
const cancel: Act = (s) => s.citizen.client.appointments.cancel(on(s));

/** Each act as somebody does it through the interface. */
export const appointmentActs: Partial<Record<AppointmentAction, Act>> = {
  submit: (s) => s.citizen.client.appointments.submit(on(s)),
  release: cancel,
  cancel,
  reschedule: (s) =>
    s.citizen.client.appointments.reschedule({
      ...on(s),
      body: { version: s.appointment.version, slotId: s.otherSlot.id },
    }),
  hallReschedule: (s) =>
    s.officer.client.appointments.hallReschedule({
      ...on(s),
      body: { version: s.appointment.version, slotId: s.otherSlot.id },
    }),
  confirm: (s) => s.officer.client.appointments.confirm(on(s)),
  decline: (s) =>
    s.officer.client.appointments.decline({ ...on(s), body: { version: s.appointment.version, reason: '材料不全' } }),
  checkIn: (s) =>
    s.officer.client.queue.checkIn({ params: { hallId: s.hallId }, body: { code: s.appointment.referenceNo } }),
  serve: (s) => s.officer.client.cases.open({ body: { hallId: s.hallId, appointmentId: s.appointment.id } }),
};

/** Those that no interface does in the same instant: they come when the others' time is over, or with a ticket's end. */
export const comeLater: readonly AppointmentAction[] = ['expire', 'miss', 'complete'];

/** A closure of the appointment's time; done where it found the appointment. */
export const closeOut: Act = async ({ test, manager, hallId, slot, appointment }) => {
  const body = {
    hallId,
    scope: 'hall' as const,
    from: saidTime(slot.startsAt),
    until: saidTime(slot.endsAt),
    reason: '突发停电',
  };
  const { id } = await manager.client.disruptions.create({ body });
  await test.app.get(OffersWorker, { strict: false }).settled();
  const found = await test.db.read.query<object[]>(
    'SELECT id FROM affected_party WHERE appointmentId = ? AND disruptionId = ?',
    [appointment.id, id],
  );
  if (found.length === 0) throw new NothingToClose();
};
export class NothingToClose extends Error {}

/** A hall day on which whatever is allowed by state is allowed by time. */
export class HallDay {
  private constructor(
    readonly test: TestApp,
    private readonly manager: TestActor,
    private readonly officer: TestActor,
    private readonly hallId: string,
  ) {}

  static async open(): Promise<HallDay> {
    const test = await startApp({ STAFF_IDLE_MINUTES: '1440' });
    test.clock.set(TODAY, EARLY);
    const manager = await asManager(test);
    const { id: bookingPolicyId, version } = await manager.client.policies.create({
      body: {
        ...defaultBookingRules,
        title: '到点前都可改',
        source: '测试',
        effectiveFromOn: TODAY,
        cancelBeforeMinutes: 0,
        rescheduleBeforeMinutes: 0,
        checkInEarlyMinutes: 120,
      },
    });
    await manager.client.policies.publish({ params: { bookingPolicyId }, body: { version } });
    await makeSlots(test);
    const hallId = firstHall(test).id;
    return new HallDay(test, manager, await asOfficer(test, hallId), hallId);
  }

  /** A new person with an appointment in this state; slots are open and have places, whatever happened before. */
  async scene(status: AppointmentStatus): Promise<Scene> {
    const { test, hallId, manager, officer } = this;
    await test.db.change('UPDATE slot SET closedReason = NULL, capacityPublic = 1000, capacityTotal = 1000');
    for (const table of ['affected_party', 'disruption']) await test.db.change(`DELETE FROM ${table}`);
    const matter = someMatter(
      test,
      status === 'pending' ? 'officer' : 'automatic',
      status === 'pending' ? undefined : 'simple',
    );
    const citizen = await asCitizen(test);
    const [slot, otherSlot] = (await slotsOn(test, hallId, matter.id, TODAY)) as [SlotView, SlotView];
    const body = { slotId: slot.id, matterId: matter.id, taxpayerId: citizen.taxpayerId };
    const { appointments } = citizen.client;
    const appointment = status === 'held' ? await appointments.hold({ body }) : await appointments.book({ body });
    const scene = { test, hallId, manager, officer, citizen, matter, appointment, slot, otherSlot };
    if (status === 'checkedIn') {
      await appointmentActs.checkIn?.(scene);
      const now = await appointments.get({ params: { appointmentId: appointment.id } });
      return { ...scene, appointment: now };
    }
    if (appointment.status !== status) throw new Error(`it is ${appointment.status}, not ${status}`);
    return scene;
  }
}
