import { View } from '@tarojs/components';
import { Icon, Pressable } from '@/components';
import { a11y } from '@/lib/a11y';
import { now } from '@/lib/clock';
import { dateOf, sayDate, sayWeekday, timeOf } from '@/lib/time';
import { useSettings } from '@/state/settings';
import './Greeting.scss';

/** '上午好' by Shanghai's clock. */
export function greetingAt(at: number): string {
  const hour = Number(timeOf(at).slice(0, 2));
  if (hour < 5) return '夜深了';
  if (hour < 11) return '早上好';
  if (hour < 13) return '中午好';
  return hour < 18 ? '下午好' : '晚上好';
}

/** The head of the home page: the day, a greeting, and elder mode one tap away. */
export function Greeting({ name }: { name?: string }) {
  const { elder, setElder } = useSettings();
  const at = now();
  const on = dateOf(at);
  return (
    <View className="greeting">
      <View className="greeting__words" {...a11y({ hidden: true })}>
        <View className="greeting__day">
          {sayDate(on)} {sayWeekday(on)}
        </View>
        <View className="greeting__hello">{[!(elder && name) && greetingAt(at), name].filter(Boolean).join('，')}</View>
      </View>
      <Pressable
        id="elder-mode"
        className="greeting__elder"
        role="switch"
        label="长辈版，字更大，内容更少"
        checked={elder}
        onPress={() => setElder(!elder)}
      >
        <Icon name={elder ? 'check' : 'type'} size="small" />
        <View className="greeting__elder-word">长辈版</View>
      </Pressable>
    </View>
  );
}
