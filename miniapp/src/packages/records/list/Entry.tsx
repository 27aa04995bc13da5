import { View } from '@tarojs/components';
import type { RecordEntryView } from '@yiyun/shared';
import { useState } from 'react';
import { Icon, Pressable, SummaryList } from '@/components';
import { sayExactly, timeOf } from '@/lib/time';
import './Entry.scss';

const TERMINALS: Record<string, string> = {
  weapp: '微信小程序',
  h5: '手机网页',
  console: '办税服务厅窗口',
  system: '系统自动',
};

/** One entry in plain words; its exact time and its check code on demand. */
export function Entry({ entry }: { entry: RecordEntryView }) {
  const [open, setOpen] = useState(false);
  const { id, at, text, by, terminal, streamVersion, entryHash } = entry;
  return (
    <View className="entry">
      <Pressable id={`record-${id}`} className="entry__head" expanded={open} onPress={() => setOpen(!open)}>
        <View className="entry__time">{timeOf(at)}</View>
        <View className="entry__words">
          <View>{text}</View>
          <View className="entry__by">{by}</View>
        </View>
        <Icon name="down" size="small" className={open ? 'entry__mark is-open' : 'entry__mark'} />
      </Pressable>
      {open && (
        <SummaryList
          rows={[
            { label: '准确时间', value: sayExactly(at) },
            { label: '在哪里操作', value: TERMINALS[terminal] ?? '其他' },
            { label: '这件事的第几步', value: `第${streamVersion}步` },
            { label: '校验码', value: <View className="entry__hash">{entryHash}</View> },
          ]}
        />
      )}
    </View>
  );
}
