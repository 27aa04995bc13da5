import type {
  AppointmentView,
  BindingView,
  BookingPolicyBody,
  BookingPolicyView,
  DisruptionOfferView,
  DisruptionView,
  HelpDetailView,
  ManagedHallView,
  ManagedNoticeView,
  MessageView,
  NoticeBody,
  StaffCaseDetailView,
  StaffHelpDetailView,
  StaffView,
  WaitlistEntryView,
} from '@yiyun/shared';
import { Appointments } from '../../src/modules/appointments/index.js';
import { Strikes } from '../../src/modules/appointments/strikes/strikes.js';
import { UnitOfWork } from '../../src/modules/records/index.js';
import { systemContext } from '../../src/platform/http/context.js';
import type { TestActor } from '../harness/actors.js';
import { slotsOn } from '../harness/appointments.js';
import { accept, newPhone, openWalkIn } from '../harness/cases.js';
import { choose, close } from '../harness/disruptions.js';
import { answered, ask, claim } from '../harness/questions.js';
import { uploadVoice } from '../harness/voices.js';
import { closureOf, quietClosure } from './requests-disruptions.js';
import type { World } from './world.js';

export const notice: NoticeBody = {
  title: '端午节放假安排通知',
  category: '通知公告',
  body: '放假期间办税服务厅不对外办公，可在手机上办理。',
  audience: 'enterprise',
};

/**
 * Things in the state that a route needs. A thing is kept from one refused request to the next, because a refusal must
 * leave it as it is, and made anew after a request that changed it.
 */
export class Things {
  private readonly kept = new Map<string, unknown>();
  private readonly handedOut = new Set<string>();

  constructor(private readonly world: World) {}

  /** Forgets the things handed out since the last call; keeps them when nothing was `changed`. */
  release(changed: boolean): void {
    if (changed) for (const name of this.handedOut) this.kept.delete(name);
    this.handedOut.clear();
  }

  /** A thing of one request's own. */
  of<T>(name: string, make: () => Promise<T>): Promise<T> {
    return this.get(name, make);
  }

  private async get<T>(name: string, make: () => Promise<T>): Promise<T> {
    const thing = (this.kept.get(name) as T | undefined) ?? (await make());
    this.kept.set(name, thing);
    this.handedOut.add(name);
    return thing;
  }

  pendingAppointment = (): Promise<AppointmentView> =>
    this.get('pending appointment', () => {
      const { owner, matterId } = this.world;
      const body = { slotId: this.world.freeSlot().id, matterId, taxpayerId: owner.taxpayerId };
      return owner.client.appointments.book({ body });
    });

  heldAppointment = (): Promise<AppointmentView> =>
    this.get('held appointment', () => {
      const { owner, matterId } = this.world;
      const body = { slotId: this.world.freeSlot().id, matterId, taxpayerId: owner.taxpayerId };
      return owner.client.appointments.hold({ body });
    });
  private async miss(): Promise<AppointmentView> {
    const { test, owner, matterId } = this.world;
    const body = { slotId: this.world.freeSlot().id, matterId, taxpayerId: owner.taxpayerId };
    const made = await owner.client.appointments.book({ body });
    const work = test.app.get(UnitOfWork);
    await work.run(systemContext, 'test', async (command) => {
      const row = await test.app.get(Appointments, { strict: false }).get(command, made.id);
      await test.app.get(Strikes, { strict: false }).add(command, row, 'noShow', command.at);
    });
    return made;
  }
  missedAppointment = (): Promise<AppointmentView> => this.get('missed appointment', () => this.miss());
  appealedAppointment = (): Promise<AppointmentView> =>
    this.get('appealed appointment', async () => {
      const missed = await this.miss();
      const params = { appointmentId: missed.id };
      await this.world.owner.client.appointments.appeal({ params, body: { statement: '当天在医院，有就诊记录' } });
      return missed;
    });
  waitlistEntry = (): Promise<WaitlistEntryView> =>
    this.get('waitlist entry', async () => {
      const { owner, matterId } = this.world;
      const { id: slotId } = await this.world.fullSlot();
      const body = { slotId, matterId, taxpayerId: owner.taxpayerId, scope: 'slot' as const };
      return owner.client.waitlist.join({ body });
    });
  draftPolicy = (body: BookingPolicyBody): Promise<BookingPolicyView> =>
    this.get('draft policy', () => this.world.manager.client.policies.create({ body }));

  disruption = (): Promise<DisruptionView> =>
    this.get('disruption', () =>
      this.world.manager.client.disruptions.create({ body: quietClosure(this.world.hallId) }),
    );
  /** The owner's enterprise is expected on each of them once. */
  private readonly closedDays = ['2026-11-26', '2026-11-30', '2026-12-02', '2026-12-04'];
  private async affected(): Promise<DisruptionOfferView> {
    const { test, owner, hallId, matterId, manager } = this.world;
    const [slot] = await slotsOn(test, hallId, matterId, this.closedDays.shift() ?? '');
    if (!slot) throw new Error('the world has no day left to close');
    const body = { slotId: slot.id, matterId, taxpayerId: owner.enterpriseId ?? '' };
    const { id } = await owner.client.appointments.book({ body });
    await close(test, manager, closureOf(hallId, slot));
    const offers = await owner.client.disruptions.offers();
    return offers.find(({ appointmentId }) => appointmentId === id) as DisruptionOfferView;
  }
  offer = (): Promise<DisruptionOfferView> => this.get('offer', () => this.affected());
  callTask = (): Promise<DisruptionOfferView> =>
    this.get('call task', async () => choose(this.world.owner, await this.affected()));

  private openCase(): Promise<StaffCaseDetailView> {
    const { test, officer, owner } = this.world;
    return openWalkIn(test, officer, { applicantPhone: owner.phone });
  }
  private async acceptedCase(): Promise<StaffCaseDetailView> {
    return accept(this.world.officer, await this.openCase());
  }

  openedCase = (): Promise<StaffCaseDetailView> => this.get('opened case', () => this.openCase());
  caseUnderWay = (): Promise<StaffCaseDetailView> => this.get('accepted case', () => this.acceptedCase());
  caseInCorrection = (): Promise<StaffCaseDetailView> =>
    this.get('case in correction', async () => {
      const { id: caseId, version } = await this.acceptedCase();
      const body = { version, request: '请补交身份证复印件' };
      return this.world.officer.client.cases.requestCorrection({ params: { caseId }, body });
    });
  decidedCase = (): Promise<StaffCaseDetailView> =>
    this.get('decided case', async () => {
      const { id: caseId, version } = await this.acceptedCase();
      return this.world.officer.client.cases.decide({ params: { caseId }, body: { version, outcome: '准予办理' } });
    });

  question = (): Promise<HelpDetailView> => this.get('question', () => ask(this.world.owner, '完税证明怎么开'));
  answeredQuestion = (): Promise<StaffHelpDetailView> =>
    this.get('answered question', () => answered(this.world.owner, this.world.officer));
  /** Only the officer who claimed a question may go on with it. */
  questionClaimedBy = (officer: TestActor): Promise<StaffHelpDetailView> =>
    this.get(`question claimed by ${officer.id}`, async () => {
      const clip = await uploadVoice(this.world.test, this.world.owner, 'question.mp3');
      return claim(officer, await ask(this.world.owner, '', clip.id));
    });

  draftNotice = (): Promise<ManagedNoticeView> =>
    this.get('draft notice', () => this.world.manager.client.notices.create({ body: notice }));
  publishedNotice = (): Promise<ManagedNoticeView> =>
    this.get('published notice', async () => {
      const { id: noticeId, version } = await this.world.manager.client.notices.create({ body: notice });
      const params = { noticeId };
      const published = await this.world.manager.client.notices.publish({ params, body: { version } });
      await this.world.test.settle();
      return published;
    });
  message = (): Promise<MessageView> =>
    this.get('message', async () => {
      await this.pendingAppointment();
      await this.world.test.settle();
      const [message] = (await this.world.owner.client.messaging.inbox({ query: {} })).items;
      if (!message) throw new Error('the owner has no message');
      return message;
    });

  binding = (): Promise<BindingView> =>
    this.get('binding', () => this.world.owner.client.identity.bindEnterprise({ body: this.world.registered() }));
  staffMember = (): Promise<StaffView> =>
    this.get('staff member', () => {
      const { hallId } = this.world;
      const body = {
        name: '孙悦',
        roles: ['officer' as const],
        hallIds: [hallId],
        initialPassword: 'first-password-1',
      };
      return this.world.manager.client.identity.createStaff({
        body: { ...body, account: `member-${this.world.next()}` },
      });
    });
  managedHall = (): Promise<ManagedHallView> =>
    this.get('managed hall', async () => {
      const [hall] = await this.world.manager.client.halls.managedList();
      if (!hall) throw new Error('there is no hall');
      return hall;
    });

  newPhone = newPhone;
}
