import { HelpPostRow, HelpRequestRow } from './storage/help.entities.js';
import { DeflectionRow, KnowledgeItemRow, SearchLogRow } from './storage/knowledge.entities.js';
import { VoiceClipRow } from './storage/voice-clip.entity.js';

export { AnsweringService } from './answering.service.js';
export { AskingService } from './asking.service.js';
export { Deflections } from './deflections.js';
export { HelpModule } from './help.module.js';
export { type AskedEntry, type ChangeMark, HelpQuestions } from './help-questions.js';
export { type ArticleContent, importArticles } from './knowledge/articles.js';
export { KnowledgeService } from './knowledge/knowledge.service.js';
export { KnowledgeBase } from './knowledge/knowledge-base.js';
export { Transcriber } from './voice/transcriber.js';
export { VoiceService } from './voice/voice.service.js';

export const helpEntities = [HelpRequestRow, HelpPostRow, VoiceClipRow, KnowledgeItemRow, SearchLogRow, DeflectionRow];
