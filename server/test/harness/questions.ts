import type { HelpDetailView, StaffHelpDetailView } from '@yiyun/shared';
import type { TestActor } from './actors.js';

interface Seen {
  id: string;
  version: number;
}
const of = ({ id }: { id: string }) => ({ params: { helpRequestId: id } });

/** The acts on questions, each in the words of a test; `seen` is the view that the person acts on. */
export const ask = (who: TestActor, text: string, voiceClipId?: string): Promise<HelpDetailView> =>
  who.client.help.ask({ body: { text, voiceClipId } });
export const look = (who: TestActor, seen: { id: string }): Promise<HelpDetailView> => who.client.help.get(of(seen));
export const reopen = (who: TestActor, seen: Seen, text: string): Promise<HelpDetailView> =>
  who.client.help.reopen({ ...of(seen), body: { version: seen.version, text } });
export const close = (who: TestActor, seen: Seen): Promise<HelpDetailView> =>
  who.client.help.close({ ...of(seen), body: { version: seen.version } });
export const accept = (who: TestActor, seen: Seen, postId: string): Promise<HelpDetailView> =>
  who.client.help.acceptAnswer({ ...of(seen), body: { version: seen.version, postId } });
export const show = (who: TestActor, seen: Seen, visibility: 'private' | 'public'): Promise<HelpDetailView> =>
  who.client.help.setVisibility({ ...of(seen), body: { version: seen.version, visibility } });

export const open = (who: TestActor, seen: { id: string }): Promise<StaffHelpDetailView> =>
  who.client.help.staffGet(of(seen));
export const claim = (who: TestActor, seen: Seen): Promise<StaffHelpDetailView> =>
  who.client.help.claim({ ...of(seen), body: { version: seen.version } });
export const release = (who: TestActor, seen: Seen): Promise<StaffHelpDetailView> =>
  who.client.help.release({ ...of(seen), body: { version: seen.version } });
export const answer = (
  who: TestActor,
  seen: Seen,
  text = '请带身份证到窗口办理',
  voiceClipId?: string,
): Promise<StaffHelpDetailView> =>
  who.client.help.answer({ ...of(seen), body: { version: seen.version, text, voiceClipId } });
export const transcribe = (
  who: TestActor,
  seen: Seen,
  voiceClipId: string,
  text: string,
): Promise<StaffHelpDetailView> =>
  who.client.help.transcribe({ ...of(seen), body: { version: seen.version, voiceClipId, text } });

/** Asked by the citizen, claimed and answered by the officer. */
export async function answered(
  citizen: TestActor,
  officer: TestActor,
  text = '完税证明怎么开',
  reply?: string,
): Promise<StaffHelpDetailView> {
  return answer(officer, await claim(officer, await ask(citizen, text)), reply);
}
