import { View } from '@tarojs/components';
import type { HelpPostView } from '@yiyun/shared';
import { Button, Card, Paragraphs, Status, Tag } from '@/components';
import { now } from '@/lib/clock';
import { sayWhen } from '@/lib/time';
import { VoiceClip } from '../VoiceClip';

const KINDS: Record<HelpPostView['kind'], string> = { question: '提问', answer: '答复', followUp: '追问' };

interface PostProps {
  post: HelpPostView;
  busy: boolean;
  /** Left out where nothing can be accepted. */
  onAccept?: () => void;
}

/** One thing that was said, by the person or by an officer. */
export function Post({ post, busy, onAccept }: PostProps) {
  const { id, by, byName, kind, official, accepted, voice, text, at } = post;
  const who = by === 'citizen' ? '您' : byName;
  return (
    <Card tone={by === 'officer' ? 'quiet' : 'plain'} id={`post-${id}`}>
      <View className="post__head">
        <View className="post__by">{`${who}的${KINDS[kind]} · ${sayWhen(at, now())}`}</View>
        {official && <Tag>官方答复</Tag>}
        {accepted && <Status tone="done">已采纳</Status>}
      </View>
      {text !== '' && <Paragraphs text={text} />}
      {voice && <VoiceClip clip={voice} label={by === 'citizen' ? '您的录音' : `${byName}的语音答复`} />}
      {onAccept && (
        <View className="post__act">
          <Button id={`accept-${id}`} icon="check" busy={busy} onPress={onAccept}>
            解决了，采纳这条答复
          </Button>
        </View>
      )}
    </Card>
  );
}
