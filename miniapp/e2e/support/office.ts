import { setTimeout as sleep } from 'node:timers/promises';
import type { ManagedNoticeView, StaffAppointmentView, StaffCaseDetailView } from '@yiyun/shared';
import type { Api, Staff } from './clients';

const POLL_MS = 100;

/** What the office does in a story, through the same routes as its console. */

export async function hallOf(officer: Api): Promise<string> {
  const { halls } = await officer.identity.staffMe();
  if (!halls[0]) throw new Error('the officer belongs to no hall');
  return halls[0].id;
}

export async function appointmentBy(officer: Api, referenceNo: string): Promise<StaffAppointmentView> {
  const hallId = await hallOf(officer);
  const { items } = await officer.appointments.hallList({ params: { hallId }, query: { q: referenceNo } });
  if (!items[0]) throw new Error(`the officer sees no appointment ${referenceNo}`);
  return items[0];
}

export async function confirmAppointment(officer: Api, referenceNo: string): Promise<void> {
  const { id, version } = await appointmentBy(officer, referenceNo);
  await officer.appointments.confirm({ params: { appointmentId: id }, body: { version } });
}

/** The person is at the counter with all the documents: a case is opened and accepted, with a receipt. */
export async function acceptCase(officer: Api, referenceNo: string): Promise<StaffCaseDetailView> {
  const { id: appointmentId } = await appointmentBy(officer, referenceNo);
  const opened = await officer.cases.open({ body: { hallId: await hallOf(officer), appointmentId } });
  const receivedDocuments = opened.documents.map(({ name }) => name);
  return officer.cases.accept({ params: { caseId: opened.id }, body: { version: opened.version, receivedDocuments } });
}

async function caseBy(officer: Api, receiptNo: string): Promise<StaffCaseDetailView> {
  const hallId = await hallOf(officer);
  const { items } = await officer.cases.hallList({ params: { hallId }, query: { q: receiptNo } });
  if (!items[0]) throw new Error(`the officer sees no case ${receiptNo}`);
  return officer.cases.hallGet({ params: { caseId: items[0].id } });
}

export async function askCorrection(officer: Api, receiptNo: string, request: string): Promise<void> {
  const { id: caseId, version } = await caseBy(officer, receiptNo);
  await officer.cases.requestCorrection({ params: { caseId }, body: { version, request } });
}

/** Decides and completes; gives what the taxpayer had answered before. */
export async function completeCase(officer: Api, receiptNo: string, outcome: string): Promise<string | undefined> {
  const { id: caseId, version, correction } = await caseBy(officer, receiptNo);
  const decided = await officer.cases.decide({ params: { caseId }, body: { version, outcome } });
  await officer.cases.complete({ params: { caseId }, body: { version: decided.version } });
  return correction?.answer ?? undefined;
}

export async function publishNotice(manager: Api, title: string, body: string): Promise<ManagedNoticeView> {
  const draft = await manager.notices.create({ body: { title, category: '办税提醒', body, audience: 'everyone' } });
  return manager.notices.publish({ params: { noticeId: draft.id }, body: { version: draft.version } });
}

export interface SpokenAnswer {
  /** First words of the question. */
  title: string;
  /** What the officer hears in it. */
  transcript: string;
  text: string;
}

/** Hears a question that waits, types what was said, answers in writing and by voice. */
export async function answerSpoken({ api, speak }: Staff, { title, transcript, text }: SpokenAnswer): Promise<void> {
  const { items } = await api.help.staffList({ query: { scope: 'waiting', limit: 100 } });
  const question = items.find((item) => item.title === title);
  if (!question) throw new Error(`nobody waits for an answer to ${title}`);
  const params = { helpRequestId: question.id };
  const claimed = await api.help.claim({ params, body: { version: question.version } });
  const voiceClipId = claimed.posts.find(({ voice }) => voice)?.voice?.id;
  if (!voiceClipId) throw new Error('the question has no voice');
  const heard = await api.help.transcribe({
    params,
    body: { version: claimed.version, voiceClipId, text: transcript },
  });
  await api.help.answer({ params, body: { version: heard.version, text, voiceClipId: await speak() } });
}

/** Answers a written question in writing and by voice. */
export async function answerWritten({ api, speak }: Staff, helpRequestId: string, text: string): Promise<void> {
  const params = { helpRequestId };
  const { version } = await api.help.staffGet({ params });
  const claimed = await api.help.claim({ params, body: { version } });
  await api.help.answer({ params, body: { version: claimed.version, text, voiceClipId: await speak() } });
}

/** Everything of a hall is closed for a day: whoever has an appointment there is offered other places. */
export async function closeHall(
  manager: Api,
  { hallId, on, reason }: { hallId: string; on: string; reason: string },
): Promise<void> {
  const body = { hallId, scope: 'hall', from: `${on} 08:00`, until: `${on} 18:00`, reason } as const;
  const { id: disruptionId } = await manager.disruptions.create({ body });
  while ((await manager.disruptions.get({ params: { disruptionId } })).working) await sleep(POLL_MS);
}

/** Rules that a city published come into force. */
export async function publishPreset(manager: Api, presetId: string, effectiveFromOn: string): Promise<void> {
  const preset = (await manager.policies.presets()).find(({ id }) => id === presetId);
  if (!preset) throw new Error(`there is no preset ${presetId}`);
  const { title, source, rules } = preset;
  const { id, version } = await manager.policies.create({ body: { ...rules, title, source, effectiveFromOn } });
  await manager.policies.publish({ params: { bookingPolicyId: id }, body: { version } });
}

export async function upholdAppeal(manager: Api, appointmentId: string, reply: string): Promise<void> {
  const { items } = await manager.appointments.appealList({ query: { status: 'pending' } });
  const version = items.find((appeal) => appeal.appointmentId === appointmentId)?.version ?? 0;
  await manager.appointments.decideAppeal({ params: { appointmentId }, body: { version, upheld: true, reply } });
}
