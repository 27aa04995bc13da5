import { asCitizen, asNobody, asStaff, type Citizen } from './clients';
import { drawTicket, openCounter } from './counter';
import { acceptCase, answerWritten, askCorrection, confirmAppointment, publishNotice } from './office';
import type { TestServer } from './server';
import { offerOf } from './slots';

const TODAY = '2026-11-23';
const TOMORROW = '2026-11-24';

/** Somebody for whom every page has something to show, and the ids of it. */
export interface Life {
  citizen: Citizen;
  matterId: string;
  hallId: string;
  /** Tomorrow, not confirmed yet. */
  appointmentId: string;
  /** Waits for an answer to a correction. */
  caseId: string;
  helpRequestId: string;
  noticeId: string;
  /** An article of the knowledge base. */
  knowledgeId: string;
  /** What is typed of another booking, as the phone keeps it; in elder mode of another one yet. */
  draft: object;
  elderDraft: object;
  /** A slot of tomorrow. */
  slotId: string;
  /** Of a ticket that the person waits with today. */
  ticketToken: string;
}

/** The accountant of the demonstration in the middle of her business. */
export async function liveOn(server: TestServer): Promise<Life> {
  const [citizen, officer, manager] = await Promise.all([
    asCitizen(server, '13800138001'),
    asStaff(server, 'yinzhou'),
    asStaff(server, 'manager'),
  ]);
  const { api, me } = citizen;
  const taxpayerId = me.bindings.find(({ kind }) => kind === 'enterprise')?.taxpayerId ?? '';
  const [today, tomorrow] = await Promise.all([
    offerOf(server, '停业登记', TODAY),
    offerOf(server, '停业登记', TOMORROW),
  ]);
  const book = ({ matterId, slots }: typeof today) =>
    api.appointments.book({ body: { slotId: slots[0]?.id ?? '', matterId, taxpayerId, note: '需要两份回执' } });

  const first = await book(today);
  await confirmAppointment(officer.api, first.referenceNo);
  const { id: caseId, receiptNo } = await acceptCase(officer.api, first.referenceNo);
  await askCorrection(officer.api, receiptNo ?? '', '停业申请表没有盖公章，请盖章后补交');
  const second = await book(tomorrow);
  const asked = await api.help.ask({ body: { text: '停业期间还要不要申报？' } });
  await answerWritten(officer, asked.id, '停业期间有收入的仍要申报；没有收入的不用申报，期满前办理复业。');
  const notice = await publishNotice(
    manager.api,
    '元旦期间办税服务厅放假安排',
    '一月一日至三日放假，不对外办公。\n四日起照常办理。急事请拨打 12366。',
  );
  const slot = tomorrow.slots.at(-1);
  await openCounter(officer.api);
  const ticket = await drawTicket(officer.api, today.matterId);
  await api.queue.keep({ body: { publicToken: ticket.publicToken } });
  const draft = {
    matterId: tomorrow.matterId,
    hallId: tomorrow.hallId,
    on: TOMORROW,
    slotId: slot?.id,
    startsAt: slot?.startsAt,
    endsAt: slot?.endsAt,
    note: '可能晚到十分钟',
  };
  const self = me.bindings.find(({ role }) => role === 'self')?.taxpayerId;
  const [article] = (await asNobody(server).help.knowledge()).items;
  return {
    citizen,
    matterId: today.matterId,
    hallId: today.hallId,
    appointmentId: second.id,
    caseId,
    helpRequestId: asked.id,
    noticeId: notice.id,
    knowledgeId: article?.id ?? '',
    draft: { ...draft, taxpayerId },
    elderDraft: { ...draft, taxpayerId: self },
    slotId: slot?.id ?? '',
    ticketToken: ticket.publicToken,
  };
}
