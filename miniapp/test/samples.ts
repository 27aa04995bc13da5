/** One plausible thing of each kind, as the server would send it at `NOW`; a test changes what it is about. */
import type {
  AppointmentView,
  CaseDetailView,
  DisruptionOfferView,
  HallLoadView,
  HallView,
  HelpDetailView,
  HelpPostView,
  KnowledgeView,
  LiveTicketView,
  MatterView,
  MessageView,
  NoticeDetailView,
  PublicCaseView,
  RecordEntryView,
  SimilarView,
  SlotView,
  StandingView,
  StrikeView,
  VoiceClipView,
  WaitlistEntryView,
} from '@yiyun/shared';
import { DAY, MINUTE, NOW } from './open-page';

const sampler =
  <T extends object>(usual: T) =>
  (change: Partial<T> = {}): T => ({ ...usual, ...change });

export const RECEIPT = 'S261122ABCDE7';
export const HALL = { id: 'A1', name: '鄞州区办税服务厅', address: '惠风东路568号', telephone: '0574-87525678' };

export const anAppointment = sampler<AppointmentView>({
  id: 'P1',
  referenceNo: 'Y261122ABCDEF',
  status: 'confirmed',
  version: 2,
  hall: HALL,
  matter: { id: 'M1', name: '增值税一般纳税人登记', supportingDocuments: [] },
  furtherMatters: [],
  taxpayer: { id: 'T1', name: '宁波甬江科技有限公司' },
  startsAt: NOW + 5 * 60 * MINUTE,
  endsAt: NOW + 5.5 * 60 * MINUTE,
  note: null,
  reason: null,
  cancelledBy: null,
  bookedAt: NOW - DAY,
  heldUntil: null,
  checkInFrom: NOW + 4.5 * 60 * MINUTE,
  checkInUntil: NOW + 5.5 * 60 * MINUTE,
  rescheduledToId: null,
  rescheduledFromId: null,
  offeredBy: null,
  qrText: 'Y261122ABCDEF',
  availableActions: ['cancel', 'reschedule'],
});

/** A place that is kept for nine and a half minutes. */
export const aHeld = (change: Partial<AppointmentView> = {}): AppointmentView =>
  anAppointment({
    id: 'P9',
    status: 'held',
    version: 1,
    startsAt: NOW + DAY,
    endsAt: NOW + DAY + 30 * MINUTE,
    heldUntil: NOW + 9.5 * MINUTE,
    availableActions: ['submit', 'release'],
    ...change,
  });

export const aHall = sampler<HallView>({
  ...HALL,
  latitudeE6: 29_816_000,
  longitudeE6: 121_547_000,
  weekly: [],
  today: [{ fromMinutes: 510, toMinutes: 1020 }],
  openNow: true,
  nextOpenAt: null,
  guide: '地铁一号线到海晏北路站。',
  sampleNote: null,
});

export const aLoad = sampler<HallLoadView>({
  hallId: HALL.id,
  open: true,
  waiting: 12,
  openWindows: 3,
  estimates: {
    simple: { range: { p50Minutes: 20, p80Minutes: 35 }, source: '按今天最近50笔的办理时间估算' },
    complex: { range: { p50Minutes: 30, p80Minutes: 50 }, source: '按今天最近50笔的办理时间估算' },
  },
  at: NOW,
});

export const aMatter = sampler<MatterView>({
  id: 'M1',
  name: '停业登记',
  category: '登记',
  onlineAvailable: false,
  counterAvailable: true,
  promisedWorkingDays: 1,
  version: 1,
  kind: '依申请',
  description: '暂停经营前登记。',
  applicants: ['企业'],
  supportingDocuments: ['停业申请表'],
  statutoryWorkingDays: 1,
  onSiteVisits: 1,
  courierDelivery: false,
  group: 'simple',
  serviceMinutes: 10,
  confirmation: 'automatic',
  onlineHint: null,
  sourceCode: 'D1',
  sampleNote: null,
});

export const aSlot = sampler<SlotView>({
  id: 'L1',
  startsAt: NOW + DAY,
  endsAt: NOW + DAY + 30 * MINUTE,
  capacity: 3,
  remaining: 2,
  closedReason: null,
});

export const aWait = sampler<WaitlistEntryView>({
  id: 'W1',
  status: 'waiting',
  version: 1,
  hall: { id: HALL.id, name: HALL.name },
  matter: { id: 'M1', name: '停业登记' },
  taxpayer: { id: 'T1', name: '宁波甬江科技有限公司' },
  scope: 'halfDay',
  on: '2026-11-24',
  fromAt: Date.UTC(2026, 10, 24, 0, 30),
  untilAt: Date.UTC(2026, 10, 24, 4),
  aheadCount: 2,
  joinedAt: NOW,
  appointmentId: null,
  heldUntil: null,
});

export const aTicket = sampler<LiveTicketView>({
  id: 'K1',
  number: 'A012',
  hallId: HALL.id,
  on: '2026-11-23',
  source: 'appointment',
  lane: 'appointment',
  priorityReason: null,
  status: 'waiting',
  version: 1,
  matters: [{ id: 'M1', name: '停业登记', group: 'simple' }],
  drawnAt: NOW - 5 * MINUTE,
  calledAt: null,
  startedAt: null,
  endedAt: null,
  window: null,
  aheadCount: 4,
  estimate: { range: { p50Minutes: 10, p80Minutes: 20 }, source: '按本厅最近50笔“停业登记”的办理时间估算' },
  publicToken: 'tok_A012xyz',
  hall: { id: HALL.id, name: HALL.name, address: HALL.address },
  supportingDocuments: ['停业申请表'],
  notifyWhenNear: false,
  recallCount: 0,
  updatedAt: NOW,
});

export const aStrike = sampler<StrikeView>({
  appointmentId: 'P1',
  referenceNo: 'Y261122ABCDEF',
  kind: 'noShow',
  matterName: '停业登记',
  startsAt: NOW - DAY,
  at: NOW - DAY + 60 * MINUTE,
  counts: true,
  appeal: null,
  canAppeal: true,
});

export const aStanding = sampler<StandingView>({
  blocks: [],
  strikes: [],
  rules: ['可以预约1到14天内的日期。', '每户每半天限约1次。'],
});

export const anOffer = sampler<DisruptionOfferView>({
  id: 'D1',
  status: 'offered',
  version: 1,
  reason: '停电检修',
  hall: { id: HALL.id, name: HALL.name, telephone: HALL.telephone },
  matterName: '停业登记',
  taxpayerName: '宁波甬江科技有限公司',
  appointmentId: 'P1',
  startsAt: NOW + 5 * 60 * MINUTE,
  alternatives: [1, 2, 3].map((n) => ({
    appointmentId: `Q${n}`,
    hall: { id: HALL.id, name: HALL.name, address: HALL.address },
    startsAt: NOW + n * DAY,
    endsAt: NOW + n * DAY + 30 * MINUTE,
    heldUntil: NOW + 12 * 60 * MINUTE,
  })),
  chosenAppointmentId: null,
  availableActions: ['choose', 'askForCall'],
});

export const aCase = sampler<CaseDetailView>({
  id: 'C1',
  receiptNo: RECEIPT,
  status: 'reviewing',
  version: 3,
  hall: { id: HALL.id, name: HALL.name },
  matter: { id: 'M1', name: '发票票种核定' },
  taxpayerName: '宁波甬江科技有限公司',
  openedAt: NOW - DAY,
  acceptedAt: NOW - DAY + MINUTE,
  dueAt: NOW + 7 * DAY,
  workingDaysLeft: 5,
  paused: false,
  closedAt: null,
  availableActions: ['withdraw'],
  hallAddress: HALL.address,
  hallTelephone: HALL.telephone,
  documents: [
    { name: '经办人身份证', required: true, received: true },
    { name: '授权委托书', required: false, received: false },
  ],
  correction: null,
  outcome: null,
  appointmentId: 'P1',
  timeline: [
    { at: NOW - DAY, kind: 'CaseOpened', text: '工作人员登记办件', by: '工作人员李*' },
    { at: NOW - DAY + MINUTE, kind: 'CaseAccepted', text: '已受理', by: '工作人员李*' },
  ],
});

export const aCorrection = (change: Partial<CaseDetailView> = {}): CaseDetailView =>
  aCase({
    status: 'correctionRequested',
    paused: true,
    workingDaysLeft: null,
    availableActions: ['answerCorrection', 'withdraw'],
    correction: { request: '请补交授权委托书', requestedAt: NOW - MINUTE, answer: null, answeredAt: null },
    ...change,
  });

export const aPublicCase = sampler<PublicCaseView>({
  receiptNo: RECEIPT,
  status: 'reviewing',
  matterName: '发票票种核定',
  hallName: HALL.name,
  hallTelephone: HALL.telephone,
  maskedTaxpayerName: '宁**',
  acceptedAt: NOW - DAY,
  dueAt: NOW + 2 * DAY,
  workingDaysLeft: 2,
  steps: [{ at: NOW - DAY, text: '已受理' }],
});

export const aNotice = sampler<NoticeDetailView>({
  id: 'N1',
  title: '十二月延时服务安排',
  category: '通知公告',
  excerpt: '每周三延时至18:30',
  publishedAt: NOW - DAY,
  addressed: true,
  readAt: null,
  body: '每周三延时至18:30。\n请提前预约。',
});

export const aMessage = sampler<MessageView>({
  id: 'S1',
  kind: 'CaseAccepted',
  title: '办件已受理',
  body: '您办理的“发票票种核定”已受理。',
  subjectKind: 'case',
  subjectId: 'C1',
  sentAt: NOW - 30 * MINUTE,
  readAt: null,
});

export const aClip = sampler<VoiceClipView>({
  id: 'V1',
  durationMs: 7000,
  mime: 'audio/mpeg',
  peaks: [],
  url: '/api/public/voice-clips/V1?expires=1&signature=abcdefghij',
  transcript: null,
});

export const aPost = sampler<HelpPostView>({
  id: 'O1',
  kind: 'question',
  by: 'citizen',
  byName: '您',
  official: false,
  text: '怎么领发票？',
  voice: null,
  at: NOW - DAY,
  accepted: false,
});

export const anAnswer = (change: Partial<HelpPostView> = {}): HelpPostView =>
  aPost({
    id: 'O2',
    kind: 'answer',
    by: 'officer',
    byName: '王* 税务人员',
    official: true,
    text: '带身份证到厅即可。',
    at: NOW - MINUTE,
    ...change,
  });

export const aQuestion = sampler<HelpDetailView>({
  id: 'H1',
  referenceNo: 'W261122ABCDEF',
  status: 'open',
  version: 1,
  title: '怎么领发票？',
  hasVoice: false,
  matterName: null,
  visibility: 'private',
  askedAt: NOW - DAY,
  answeredAt: null,
  availableActions: ['close'],
  posts: [aPost()],
  timeline: [{ at: NOW - DAY, kind: 'HelpAsked', text: '提出问题', by: '您' }],
});

export const anAnswered = (change: Partial<HelpDetailView> = {}): HelpDetailView =>
  aQuestion({
    status: 'answered',
    version: 3,
    answeredAt: NOW - MINUTE,
    availableActions: ['accept', 'reopen', 'close'],
    posts: [aPost(), anAnswer()],
    ...change,
  });

export const anArticle = sampler<KnowledgeView>({
  id: 'K1',
  kind: 'article',
  question: '怎样领用发票？',
  answer: '带身份证到厅。\n也可以网上申领。',
  official: true,
  source: '发票管理办法第十五条',
  validUntilOn: '2027-12-31',
  answeredAt: null,
  voice: null,
});

export const aSimilar = (change: Partial<SimilarView> = {}): SimilarView => ({ ...anArticle(), score: 800, ...change });

export const anEntry = sampler<RecordEntryView>({
  id: 'E1',
  at: NOW - 10 * MINUTE,
  kind: 'AppointmentBooked',
  text: '提交预约',
  by: '您',
  streamId: 'appointment:P1',
  streamVersion: 1,
  terminal: 'weapp',
  subjectKind: 'appointment',
  subjectId: 'P1',
  entryHash: 'a1b2c3',
});
