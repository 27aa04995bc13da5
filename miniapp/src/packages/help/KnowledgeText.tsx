import { View } from '@tarojs/components';
import type { KnowledgeView } from '@yiyun/shared';
import { Paragraphs, Tag } from '@/components';
import { dateOf, sayDate } from '@/lib/time';
import { VoiceClip } from './VoiceClip';
import './KnowledgeText.scss';

/** An answer with everything that says how far one may rely on it. */
export function KnowledgeText({ knowledge }: { knowledge: KnowledgeView }) {
  const { answer, official, voice, source, validUntilOn, answeredAt } = knowledge;
  const facts = [
    source && `依据：${source}`,
    answeredAt !== null && `答复于${sayYearAndDay(dateOf(answeredAt))}`,
    validUntilOn ? `有效期至${sayYearAndDay(validUntilOn)}` : undefined,
  ].filter((fact) => typeof fact === 'string');
  return (
    <View className="knowledge">
      {official && <Tag>官方答复</Tag>}
      <Paragraphs text={answer} />
      {voice && <VoiceClip clip={voice} label="工作人员的语音答复" />}
      {facts.map((fact) => (
        <View key={fact} className="knowledge__fact">
          {fact}
        </View>
      ))}
    </View>
  );
}

const sayYearAndDay = (on: string) => `${on.slice(0, 4)}年${sayDate(on)}`;
