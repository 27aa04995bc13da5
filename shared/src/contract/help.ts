import type { HelpAction, HelpStatus } from '../domain/help-status.js';
import type { RulesFor } from '../rules.js';
import type { TimelineEntry } from './records.js';
import { get, idRule, type Page, type PageQuery, pageRules, post, type VersionBody, versionRules } from './route.js';

/** A recording; `url` is a path on the server, signed, and lasts an hour. */
export interface VoiceClipView {
  id: string;
  durationMs: number;
  mime: string;
  /** 64 loudness values 0–100 for the waveform; empty where the format could not be decoded. */
  peaks: number[];
  url: string;
  transcript: string | null;
}
export interface HelpPostView {
  id: string;
  kind: 'question' | 'answer' | 'followUp';
  by: 'citizen' | 'officer';
  /** As the reader may know it: 您, 王* 税务人员. */
  byName: string;
  /** An officer's answer is official. */
  official: boolean;
  text: string;
  voice: VoiceClipView | null;
  at: number;
  accepted: boolean;
}
export interface HelpSummaryView {
  id: string;
  referenceNo: string;
  status: HelpStatus;
  version: number;
  /** First words of the question, or 语音提问 when nothing is written or transcribed yet. */
  title: string;
  hasVoice: boolean;
  matterName: string | null;
  visibility: 'private' | 'public';
  askedAt: number;
  answeredAt: number | null;
  availableActions: HelpAction[];
}
export interface HelpDetailView extends HelpSummaryView {
  posts: HelpPostView[];
  timeline: TimelineEntry[];
}
export interface StaffHelpView extends HelpSummaryView {
  askerName: string;
  /** The one responsible officer, or null while nobody has claimed it. */
  assignee: { id: string; name: string } | null;
  waitingMs: number;
}
export interface StaffHelpDetailView extends StaffHelpView {
  posts: HelpPostView[];
  timeline: TimelineEntry[];
}
/** An answered question or an article of the knowledge base, as anyone may read it. */
export interface KnowledgeView {
  id: string;
  kind: 'article' | 'question';
  question: string;
  answer: string;
  official: boolean;
  source: string | null;
  validUntilOn: string | null;
  answeredAt: number | null;
  /** Voice answers stay playable when the person agreed to make them public. */
  voice: VoiceClipView | null;
}
export interface SimilarView extends KnowledgeView {
  /** 0–1000, how close it is. */
  score: number;
}

export interface AskBody {
  text?: string;
  voiceClipId?: string;
  matterId?: string;
  /** What was shown as similar before sending; kept to measure whether it helped. */
  shownIds?: string[];
}
export const askRules = {
  text: { kind: 'string', max: 1000, optional: true, label: '问题' },
  voiceClipId: { ...idRule, optional: true, label: '录音' },
  matterId: { ...idRule, optional: true, label: '相关事项' },
  shownIds: { kind: 'strings', max: 10, item: { min: 1, max: 40 }, optional: true, label: '相似问题' },
} as const satisfies RulesFor<AskBody>;

export interface DeflectBody {
  text: string;
  helpfulId: string;
}
export const deflectRules = {
  text: { kind: 'string', min: 2, max: 1000, label: '问题' },
  helpfulId: { kind: 'string', min: 1, max: 40, label: '有帮助的答案' },
} as const satisfies RulesFor<DeflectBody>;

export interface AcceptAnswerBody extends VersionBody {
  postId: string;
}
export const acceptAnswerRules = {
  ...versionRules,
  postId: { ...idRule, label: '答复' },
} as const satisfies RulesFor<AcceptAnswerBody>;

export interface ReopenBody extends VersionBody {
  text: string;
}
export const reopenRules = {
  ...versionRules,
  text: { kind: 'string', min: 2, max: 1000, label: '追问' },
} as const satisfies RulesFor<ReopenBody>;

export interface VisibilityBody extends VersionBody {
  visibility: 'private' | 'public';
}
export const visibilityRules = {
  ...versionRules,
  visibility: { kind: 'enum', values: ['private', 'public'], label: '公开范围' },
} as const satisfies RulesFor<VisibilityBody>;

export interface TranscriptBody extends VersionBody {
  voiceClipId: string;
  text: string;
}
export const transcriptRules = {
  ...versionRules,
  voiceClipId: { ...idRule, label: '录音' },
  text: { kind: 'string', min: 1, max: 2000, label: '听写文字' },
} as const satisfies RulesFor<TranscriptBody>;

export interface AnswerBody extends VersionBody {
  text: string;
  voiceClipId?: string;
}
export const answerRules = {
  ...versionRules,
  text: { kind: 'string', min: 2, max: 3000, label: '答复' },
  voiceClipId: { ...idRule, optional: true, label: '录音' },
} as const satisfies RulesFor<AnswerBody>;

export interface SearchQuery {
  q: string;
}
export const searchRules = {
  q: { kind: 'string', min: 1, max: 200, label: '搜索' },
} as const satisfies RulesFor<SearchQuery>;

export interface KnowledgeListQuery extends PageQuery {
  q?: string;
}
export const knowledgeListRules = {
  ...pageRules,
  q: { kind: 'string', max: 200, optional: true, label: '搜索' },
} as const satisfies RulesFor<KnowledgeListQuery>;

export const staffHelpScopes = ['waiting', 'mine', 'answered', 'all'] as const;
export interface StaffHelpQuery extends PageQuery {
  scope?: (typeof staffHelpScopes)[number];
  q?: string;
}
export const staffHelpRules = {
  ...pageRules,
  scope: { kind: 'enum', values: staffHelpScopes, optional: true, label: '范围' },
  q: { kind: 'string', max: 50, optional: true, label: '搜索' },
} as const satisfies RulesFor<StaffHelpQuery>;

export interface PlayVoiceQuery {
  expires: number;
  signature: string;
}
export const playVoiceRules = {
  expires: { kind: 'int', min: 0, max: Number.MAX_SAFE_INTEGER, label: '有效期' },
  signature: { kind: 'string', min: 10, max: 100, label: '签名' },
} as const satisfies RulesFor<PlayVoiceQuery>;

const voiceErrors = [
  'voice.too_large',
  'voice.too_long',
  'voice.too_short',
  'voice.format',
  'voice.undecodable',
] as const;
const act = ['request.stale', 'request.not_available'] as const;

export const help = {
  uploadVoice: post<{ result: VoiceClipView }>()('/help/voice-clips', {
    access: 'citizen',
    summary: '上传录音（multipart，字段 file）',
    upload: 'audio',
    unrepeatable: true,
    errors: [...voiceErrors, 'identity.consent_required'],
  }),
  playVoice: get<{ query: PlayVoiceQuery; result: never }>()('/public/voice-clips/:voiceClipId', {
    access: 'public',
    summary: '播放录音（凭签名链接）',
    query: playVoiceRules,
    answers: 'audio',
    errors: ['voice.link_expired'],
  }),
  similar: get<{ query: SearchQuery; result: SimilarView[] }>()('/public/help/similar', {
    access: 'public',
    summary: '相似的已答问题（至多5条）',
    query: searchRules,
  }),
  search: get<{ query: SearchQuery; result: SimilarView[] }>()('/public/help/search', {
    access: 'public',
    summary: '搜索答案（计入热点问题）',
    query: searchRules,
  }),
  knowledge: get<{ query: KnowledgeListQuery; result: Page<KnowledgeView> }>()('/public/help/knowledge', {
    access: 'public',
    summary: '知识库与公开问答',
    query: knowledgeListRules,
  }),
  knowledgeGet: get<{ result: KnowledgeView }>()('/public/help/knowledge/:knowledgeId', {
    access: 'public',
    summary: '一条答案',
  }),
  deflect: post<{ body: DeflectBody; result: { thanked: true } }>()('/help/deflections', {
    access: 'citizen',
    summary: '相似答案已解决我的问题',
    body: deflectRules,
  }),
  ask: post<{ body: AskBody; result: HelpDetailView }>()('/help/requests', {
    access: 'citizen',
    summary: '提问',
    body: askRules,
    errors: ['help.content_missing', 'identity.consent_required'],
  }),
  mine: get<{ query: PageQuery; result: Page<HelpSummaryView> }>()('/help/requests', {
    access: 'citizen',
    summary: '我的提问',
    query: pageRules,
  }),
  get: get<{ result: HelpDetailView }>()('/help/requests/:helpRequestId', { access: 'owner', summary: '提问详情' }),
  acceptAnswer: post<{ body: AcceptAnswerBody; result: HelpDetailView }>()('/help/requests/:helpRequestId/accept', {
    access: 'owner',
    summary: '采纳答复',
    body: acceptAnswerRules,
    errors: act,
  }),
  reopen: post<{ body: ReopenBody; result: HelpDetailView }>()('/help/requests/:helpRequestId/reopen', {
    access: 'owner',
    summary: '继续追问',
    body: reopenRules,
    errors: act,
  }),
  close: post<{ body: VersionBody; result: HelpDetailView }>()('/help/requests/:helpRequestId/close', {
    access: 'owner',
    summary: '不再需要解答',
    body: versionRules,
    errors: act,
  }),
  setVisibility: post<{ body: VisibilityBody; result: HelpDetailView }>()('/help/requests/:helpRequestId/visibility', {
    access: 'owner',
    summary: '公开或收回（公开时隐去个人信息）',
    body: visibilityRules,
    errors: act,
  }),
  staffUploadVoice: post<{ result: VoiceClipView }>()('/staff/help/voice-clips', {
    access: 'officer',
    summary: '上传语音答复',
    upload: 'audio',
    unrepeatable: true,
    errors: voiceErrors,
  }),
  staffList: get<{ query: StaffHelpQuery; result: Page<StaffHelpView> }>()('/staff/help/requests', {
    access: 'officer',
    summary: '待解答的问题',
    query: staffHelpRules,
  }),
  staffGet: get<{ result: StaffHelpDetailView }>()('/staff/help/requests/:helpRequestId', {
    access: 'officer',
    summary: '提问详情（工作人员）',
  }),
  claim: post<{ body: VersionBody; result: StaffHelpDetailView }>()('/staff/help/requests/:helpRequestId/claim', {
    access: 'officer',
    summary: '由我解答',
    body: versionRules,
    errors: [...act, 'help.claimed_by_other'],
  }),
  release: post<{ body: VersionBody; result: StaffHelpDetailView }>()('/staff/help/requests/:helpRequestId/release', {
    access: 'officer',
    summary: '放回待解答',
    body: versionRules,
    errors: [...act, 'help.claimed_by_other'],
  }),
  transcribe: post<{ body: TranscriptBody; result: StaffHelpDetailView }>()(
    '/staff/help/requests/:helpRequestId/transcript',
    { access: 'officer', summary: '保存听写文字', body: transcriptRules, errors: [...act, 'help.claimed_by_other'] },
  ),
  answer: post<{ body: AnswerBody; result: StaffHelpDetailView }>()('/staff/help/requests/:helpRequestId/answer', {
    access: 'officer',
    summary: '答复',
    body: answerRules,
    errors: [...act, 'help.claimed_by_other', 'help.answer_missing'],
  }),
} as const;
