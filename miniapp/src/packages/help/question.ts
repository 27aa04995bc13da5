import { create } from 'zustand';
import type { Recording } from '@/platform/recorder/types';
import { useSession } from '@/state/session';

/** What is being asked, from the first page to the last. */
interface Question {
  text: string;
  matter: { id: string; name: string } | undefined;
  /** Stays until it was sent or thrown away, however often the network fails. */
  recording: Recording | undefined;
  /** The recording that the server has already: another try doesn't upload it again. */
  uploaded: { path: string; voiceClipId: string } | undefined;
  /** It was sent, or answered by what others asked: the page where it was written begins anew. */
  finished: boolean;
}

const NOTHING: Question = {
  text: '',
  matter: undefined,
  recording: undefined,
  uploaded: undefined,
  finished: false,
};

export const useQuestion = create<Question>(() => NOTHING);

useSession.subscribe(({ owner }, before) => {
  if (before.owner !== undefined && owner !== before.owner) useQuestion.setState(NOTHING);
});

export const finishQuestion = (): void => useQuestion.setState({ ...NOTHING, finished: true });
