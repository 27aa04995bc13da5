import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { sayReferenceNo } from '@yiyun/shared';
import { toast } from '@/state/toast';
import { Icon } from '../media/Icon';
import { Pressable } from './Pressable';
import './ReferenceNumber.scss';

interface ReferenceNumberProps {
  /** What it is a number of: 回执号, 提问编号. */
  label: string;
  number: string;
  id?: string;
}

/** The number under which something is found again: large, in groups to be read out, one press to copy. */
export function ReferenceNumber({ label, number, id }: ReferenceNumberProps) {
  const said = sayReferenceNo(number);
  const copy = () => {
    Taro.setClipboardData({ data: said }).then(
      () => toast(`已复制${label}`),
      () => toast('没有复制成功，请手工抄下'),
    );
  };
  return (
    <View className="reference-number">
      <View className="reference-number__label">{label}</View>
      <View className="reference-number__row">
        <View className="reference-number__text">{said}</View>
        <Pressable id={id} className="reference-number__copy" label={`复制${label}`} onPress={copy}>
          <Icon name="copy" size="small" />
          <View className="reference-number__word">复制</View>
        </Pressable>
      </View>
    </View>
  );
}
