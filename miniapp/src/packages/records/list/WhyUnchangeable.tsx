import { View } from '@tarojs/components';
import { useState } from 'react';
import { Icon, Paragraphs, Pressable } from '@/components';
import './WhyUnchangeable.scss';

const EXPLANATION = [
  '每一步发生时就记下来，和办理结果同时保存：办成了一定有记录，没办成不会多出记录。',
  '每条记录都有一个校验码，由这一步的内容和上一条的校验码一起算出。改动、删掉或调换任何一条，后面的校验码就全部对不上。',
  '包括管理员在内，没有人能修改或删除记录。点开一条可以看到它的校验码；抄下来，以后可以请办税服务厅当面核对。',
].join('\n');

/** How it comes that nobody can change these entries; told to whoever asks. */
export function WhyUnchangeable() {
  const [open, setOpen] = useState(false);
  return (
    <View className="why">
      <Pressable id="why-unchangeable" className="why__head" expanded={open} onPress={() => setOpen(!open)}>
        <Icon name="shield" className="why__icon" />
        <View className="why__title">怎么保证改不了？</View>
        <Icon name="down" size="small" className={open ? 'why__mark is-open' : 'why__mark'} />
      </Pressable>
      {open && <Paragraphs text={EXPLANATION} />}
    </View>
  );
}
