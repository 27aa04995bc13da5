import {
  availableActions,
  type HelpAction,
  type HelpActor,
  type HelpPostView,
  type HelpSummaryView,
  helpMoves,
  maskName,
  type VoiceClipView,
} from '@yiyun/shared';
import type { PersonalData } from '../../../platform/crypto/personal-data.js';
import { type PostWords, titleOf } from '../domain/words.js';
import type { ListedPost, ListedRequest } from './request.repository.js';

type Opener = Pick<PersonalData, 'open'>;
/** For whom a view is made; `id` is the officer's, whose acts depend on who is responsible. */
export interface Reader {
  kind: HelpActor;
  id: string;
}

export const openWords = (
  { textSealed, transcriptSealed }: { textSealed: string | null; transcriptSealed: string | null },
  personalData: Opener,
): PostWords => ({
  text: textSealed === null ? null : personalData.open(textSealed),
  transcript: transcriptSealed === null ? null : personalData.open(transcriptSealed),
});

/** The words of the question itself. */
export const openQuestion = (row: ListedRequest, personalData: Opener): PostWords =>
  openWords({ textSealed: row.questionSealed, transcriptSealed: row.transcriptSealed }, personalData);

/** What the reader may do now; only the responsible officer gives back or answers what is claimed. */
export function actionsOf(row: ListedRequest, { kind, id }: Reader): HelpAction[] {
  const actions = availableActions(helpMoves, row.status, kind);
  return kind === 'citizen' || row.assigneeId === id ? actions : actions.filter((action) => action === 'claim');
}

export function summaryView(
  row: ListedRequest,
  reader: Reader,
  matterName: string | null,
  personalData: Opener,
): HelpSummaryView {
  return {
    id: row.id,
    referenceNo: row.referenceNo,
    status: row.status,
    version: row.version,
    title: titleOf(openQuestion(row, personalData)),
    hasVoice: row.questionVoiceId !== null,
    matterName,
    visibility: row.visibility,
    askedAt: row.askedAt,
    answeredAt: row.answeredAt,
    availableActions: actionsOf(row, reader),
  };
}

/** `nameOf` gives the whole name of a member of staff; `asker` is how staff read the citizen's name. */
export function postView(
  row: ListedPost,
  reader: Reader,
  parts: { voice: VoiceClipView | null; asker: string; nameOf: (staffId: string) => string; personalData: Opener },
): HelpPostView {
  const { text } = openWords(row, parts.personalData);
  return {
    id: row.id,
    kind: row.kind,
    by: row.byKind,
    byName: byName(row, reader, parts),
    official: row.byKind === 'officer',
    text: text ?? '',
    voice: parts.voice,
    at: row.at,
    accepted: row.accepted,
  };
}

function byName(
  row: ListedPost,
  reader: Reader,
  { asker, nameOf }: { asker: string; nameOf: (staffId: string) => string },
): string {
  if (row.byKind === 'citizen') return reader.kind === 'citizen' ? '您' : asker;
  const name = nameOf(row.byId);
  return reader.kind === 'citizen' ? `${maskName(name)} 税务人员`.trim() : name;
}
