import type { HelpPostView, StaffHelpDetailView } from '@yiyun/shared';
import { TimeText } from '../../../components/time-text';
import styles from './question-page.module.css';
import { TranscriptForm } from './transcript-form';
import { VoiceClip } from './voice-clip';

interface PostViewProps {
  of: StaffHelpDetailView;
  post: HelpPostView;
  /** The responsible officer types what is said in the taxpayer's recording. */
  canTranscribe: boolean;
  combo?: string;
}

const kinds: Record<HelpPostView['kind'], string> = { question: '提问', answer: '答复', followUp: '追问' };

/** One thing that was said, in writing or by voice. */
export function PostView({ of, post, canTranscribe, combo }: PostViewProps) {
  const { by, byName, kind, at, text, voice, accepted } = post;
  return (
    <li className={by === 'citizen' ? styles.theirs : styles.ours}>
      <header>
        <strong>{byName}</strong> {kinds[kind]} · <TimeText at={at} />
        {accepted && ' · 已被采纳'}
      </header>
      {voice && <VoiceClip label={`${byName}的${kinds[kind]}`} clip={voice} helpRequestId={of.id} combo={combo} />}
      {text && <p>{text}</p>}
      {voice &&
        (by === 'citizen' && canTranscribe ? (
          <TranscriptForm of={of} clip={voice} />
        ) : (
          voice.transcript && <p className={styles.transcript}>听写：{voice.transcript}</p>
        ))}
    </li>
  );
}
