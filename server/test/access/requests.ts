import { type AppContract, addDays, localDateOf, type PhoneCodePurpose, type RequestOf } from '@yiyun/shared';
import { codeSentTo } from '../harness/phone-code.js';
import { uploadVoice } from '../harness/voices.js';
import { bookingRequests, policyRequests, waitlistRequests } from './requests-appointments.js';
import { capacityRequests } from './requests-capacity.js';
import { disruptionRequests } from './requests-disruptions.js';
import { extraRequests } from './requests-extras.js';
import { queueRequests } from './requests-queue.js';
import { notice } from './things.js';
import { type Caller, NAME, type World } from './world.js';

type RequestFor<R> = (world: World, caller: Caller) => RequestOf<R> | Promise<RequestOf<R>>;
/** One well-formed request for every route; a route without one does not compile, and fails the matrix. */
export type RequestsOf<M extends keyof AppContract> = { [N in keyof AppContract[M]]: RequestFor<AppContract[M][N]> };
export type Requests = { [M in keyof AppContract]: RequestsOf<M> };

const nothing = () => ({});
const PASSWORD = 'a-test-password-1';
const page = () => ({ query: {} });
const period = ({ test }: World) => {
  const untilOn = localDateOf(test.clock.now());
  return { fromOn: addDays(untilOn, -30), untilOn };
};
const verified = async ({ test, things }: World, purpose?: PhoneCodePurpose) => {
  const phone = things.newPhone();
  return { body: { phone, code: await codeSentTo(test, phone, purpose) } };
};
type Versioned = Promise<{ id: string; version: number }>;
const onCase = async (thing: Versioned) => {
  const { id, version } = await thing;
  return { params: { caseId: id }, body: { version } };
};
const onHelp = async (thing: Versioned) => {
  const { id, version } = await thing;
  return { params: { helpRequestId: id }, body: { version } };
};
const onNotice = async (thing: Versioned) => {
  const { id, version } = await thing;
  return { params: { noticeId: id }, body: { version } };
};
const paramsOnly = async <P>(request: Promise<{ params: P }>) => ({ params: (await request).params });
/** The answering officer: the caller where he may be one. */
const claimed = ({ things, officer }: World, { kind, actor }: Caller) =>
  things.questionClaimedBy(['officerElsewhere', 'manager'].includes(kind) ? actor : officer);

export const requests: Requests = {
  identity: {
    privacyTerms: nothing,
    signInWechat: (w) => ({ body: { code: `demo-matrix-${w.next()}` } }),
    sendPhoneCode: (w) => ({ body: { phone: w.things.newPhone() } }),
    signInPhone: (w) => verified(w),
    signOut: nothing,
    me: nothing,
    updateMe: () => ({ body: { name: NAME } }),
    consent: async (w) => ({ body: { version: (await w.test.client().identity.privacyTerms()).version } }),
    verifyPhone: (w) => verified(w),
    bindEnterprise: (w) => ({ body: w.registered() }),
    delegate: async (w) => ({ body: { ...(await verified(w, 'delegation')).body, name: '赵桂英' } }),
    endBinding: async (w) => ({ params: { bindingId: (await w.things.binding()).id } }),
    exportMe: nothing,
    deleteMe: () => ({ body: { confirmation: '注销账户' } }),
    staffSignIn: async (w) => ({ body: await w.account() }),
    staffMe: nothing,
    staffSignOut: nothing,
    staffChangePassword: () => ({ body: { current: PASSWORD, next: 'a-better-password-2' } }),
    staffEvents: nothing,
    staffList: page,
    createStaff: (w) => {
      const account = `new-${w.next()}`;
      return { body: { account, name: '孙悦', roles: ['officer'], hallIds: [w.hallId], initialPassword: PASSWORD } };
    },
    updateStaff: async (w) => {
      const { id, version, name, roles, hallIds } = await w.things.staffMember();
      return { params: { staffId: id }, body: { version, name, roles, hallIds, active: false } };
    },
    resetStaffPassword: async (w) => ({
      params: { staffId: (await w.things.staffMember()).id },
      body: { initialPassword: PASSWORD },
    }),
    revokeStaffSessions: async (w) => ({ params: { staffId: (await w.things.staffMember()).id } }),
  },
  halls: {
    list: nothing,
    get: (w) => ({ params: { hallId: w.hallId } }),
    managedList: nothing,
    update: async (w) => {
      const { id, version, address, telephone, guide } = await w.things.managedHall();
      return { params: { hallId: id }, body: { version, address, telephone, guide } };
    },
    calendar: () => ({ query: { year: 2026 } }),
    importCalendar: async (w) => {
      const { coversUntilOn } = await w.manager.client.halls.calendar({ query: { year: 2026 } });
      const year = Number(coversUntilOn.slice(0, 4)) + 1;
      const text = [`${year}-01-01 休 元旦`, `${year}-05-01 休 劳动节`, `${year}-10-01 休 国庆节`].join('\n');
      return { body: { text, coversUntilOn: `${year}-12-31`, source: '测试用的节假日安排' } };
    },
  },
  matters: {
    categories: nothing,
    list: page,
    get: (w) => ({ params: { matterId: w.matterId } }),
  },
  messaging: {
    inbox: page,
    unread: nothing,
    read: async (w) => ({ params: { messageId: (await w.things.message()).id } }),
    readAll: nothing,
  },
  capacity: capacityRequests,
  appointments: { ...bookingRequests, ...extraRequests },
  policies: policyRequests,
  queue: queueRequests,
  waitlist: waitlistRequests,
  disruptions: disruptionRequests,
  cases: {
    lookUp: async (w) => {
      const { receiptNo } = await w.things.caseUnderWay();
      return { body: { receiptNo: receiptNo ?? '', phoneTail: w.owner.phone.slice(-4) } };
    },
    mine: page,
    get: (w) => paramsOnly(onCase(w.things.openedCase())),
    answerCorrection: async (w) => {
      const { params, body } = await onCase(w.things.caseInCorrection());
      return { params, body: { ...body, answer: '已补交复印件' } };
    },
    withdraw: (w) => onCase(w.things.openedCase()),
    hallList: (w) => ({ params: { hallId: w.hallId }, query: {} }),
    hallGet: (w) => paramsOnly(onCase(w.things.openedCase())),
    open: (w) => ({
      body: { hallId: w.hallId, matterId: w.matterId, applicantName: '赵敏', applicantPhone: w.things.newPhone() },
    }),
    accept: async (w) => {
      const { documents } = await w.things.openedCase();
      const { params, body } = await onCase(w.things.openedCase());
      return { params, body: { ...body, receivedDocuments: documents.map(({ name }) => name) } };
    },
    review: (w) => onCase(w.things.caseUnderWay()),
    requestCorrection: async (w) => {
      const { params, body } = await onCase(w.things.caseUnderWay());
      return { params, body: { ...body, request: '请补交身份证复印件' } };
    },
    decide: async (w) => {
      const { params, body } = await onCase(w.things.caseUnderWay());
      return { params, body: { ...body, outcome: '准予办理' } };
    },
    complete: (w) => onCase(w.things.decidedCase()),
    decline: async (w) => {
      const { params, body } = await onCase(w.things.openedCase());
      return { params, body: { ...body, reason: '不属于本机关管辖' } };
    },
  },
  notices: {
    publicList: page,
    publicGet: (w) => paramsOnly(onNotice(w.things.publishedNotice())),
    mine: page,
    read: (w) => paramsOnly(onNotice(w.things.publishedNotice())),
    managedList: page,
    managedGet: (w) => paramsOnly(onNotice(w.things.draftNotice())),
    audiences: nothing,
    create: () => ({ body: notice }),
    update: async (w) => {
      const { params, body } = await onNotice(w.things.draftNotice());
      return { params, body: { ...notice, ...body } };
    },
    publish: (w) => onNotice(w.things.draftNotice()),
    complete: (w) => onNotice(w.things.publishedNotice()),
  },
  help: {
    uploadVoice: nothing,
    playVoice: async (w) => {
      const { url } = await uploadVoice(w.test, w.owner, 'question.mp3');
      const { pathname, searchParams } = new URL(url, 'http://host');
      const query = { expires: Number(searchParams.get('expires')), signature: searchParams.get('signature') ?? '' };
      return { params: { voiceClipId: pathname.split('/').at(-1) ?? '' }, query };
    },
    similar: () => ({ query: { q: '完税证明' } }),
    search: () => ({ query: { q: '完税证明' } }),
    knowledge: page,
    knowledgeGet: async (w) => ({ params: { knowledgeId: await w.knowledgeId() } }),
    deflect: async (w) => ({ body: { text: '完税证明怎么开', helpfulId: await w.knowledgeId() } }),
    ask: () => ({ body: { text: '完税证明怎么开' } }),
    mine: page,
    get: (w) => paramsOnly(onHelp(w.things.question())),
    acceptAnswer: async (w) => {
      const { posts } = await w.things.answeredQuestion();
      const { params, body } = await onHelp(w.things.answeredQuestion());
      return { params, body: { ...body, postId: posts.find(({ kind }) => kind === 'answer')?.id ?? '' } };
    },
    reopen: async (w) => {
      const { params, body } = await onHelp(w.things.answeredQuestion());
      return { params, body: { ...body, text: '还是不明白' } };
    },
    close: (w) => onHelp(w.things.question()),
    setVisibility: async (w) => {
      const { params, body } = await onHelp(w.things.answeredQuestion());
      return { params, body: { ...body, visibility: 'public' } };
    },
    staffUploadVoice: nothing,
    staffList: page,
    staffGet: (w) => paramsOnly(onHelp(w.things.question())),
    claim: (w) => onHelp(w.things.question()),
    release: (w, caller) => onHelp(claimed(w, caller)),
    transcribe: async (w, caller) => {
      const { posts } = await claimed(w, caller);
      const { params, body } = await onHelp(claimed(w, caller));
      const voiceClipId = posts.find(({ voice }) => voice)?.voice?.id ?? '';
      return { params, body: { ...body, voiceClipId, text: '完税证明怎么开' } };
    },
    answer: async (w, caller) => {
      const { params, body } = await onHelp(claimed(w, caller));
      return { params, body: { ...body, text: '请带身份证到窗口办理' } };
    },
  },
  insights: {
    hotQuestions: (w) => ({ query: period(w) }),
    hotQuestionEntries: async (w) => {
      const { items } = await w.manager.client.insights.hotQuestions({ query: period(w) });
      return { params: { clusterId: items[0]?.id ?? '' }, query: period(w) };
    },
    deflections: (w) => ({ query: period(w) }),
    deflectionEntries: (w) => ({ query: { ...period(w), outcome: 'lasting' } }),
  },
  records: {
    mine: page,
    stream: (w) => ({ query: { streamId: `citizen:${w.owner.id}` } }),
    find: async (w) => ({ query: { referenceNo: (await w.things.question()).referenceNo } }),
  },
  demo: { outbox: nothing, clock: nothing, advance: () => ({ body: { minutes: 1 } }), accounts: nothing },
};

/** Acts that change the caller's own session or account: each is tried by somebody new, and the others stay as they are. */
export const changesCaller: ReadonlySet<string> = new Set([
  'identity.signOut',
  'identity.updateMe',
  'identity.verifyPhone',
  'identity.bindEnterprise',
  'identity.deleteMe',
  'identity.staffSignOut',
  'identity.staffChangePassword',
]);
