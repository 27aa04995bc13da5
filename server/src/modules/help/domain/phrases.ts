import { sayReferenceNo } from '@yiyun/shared';
import type { Facts } from '../../records/index.js';

const no = (facts: Facts): string => sayReferenceNo(String(facts.referenceNo));

/** How the record reads, to the citizen and to staff alike. */
export const helpPhrases = {
  HelpAsked: (facts: Facts) => `提出问题 ${no(facts)}`,
  HelpClaimed: '工作人员开始解答',
  HelpReleased: '问题放回，等待其他工作人员解答',
  HelpTranscribed: '工作人员把录音听写成文字',
  HelpAnswered: '工作人员作出答复',
  HelpAccepted: '采纳了答复',
  HelpReopened: '继续追问',
  HelpClosed: '结束提问，不再需要解答',
  HelpPublished: '把问答公开（已隐去个人信息）',
  HelpUnpublished: '收回公开的问答',
  HelpViewed: (facts: Facts) => `查看了提问 ${no(facts)}`,
  HelpDeflected: '看过相似问答，问题已解决',
  KnowledgeSearched: (facts: Facts) => `搜索答案，找到${String(facts.resultCount)}条`,
  VoiceUploaded: (facts: Facts) => `上传录音（${Math.round(Number(facts.durationMs) / 1000)}秒）`,
  VoiceTranscribed: (facts: Facts) =>
    facts.transcriptStatus === 'machine' ? '录音自动转成文字' : '录音由工作人员听写',
  ArticlePublished: '知识库新增一条',
  ArticleRevised: '知识库修订一条',
};
