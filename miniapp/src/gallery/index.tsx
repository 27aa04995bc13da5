import { useState } from 'react';
import { BottomBar, Button, Dialog, Page, Tabs } from '@/components';
import { setClock } from '@/lib/clock';
import { toast } from '@/state/toast';
import { Feedback } from './Feedback';
import { Forms } from './Forms';
import { Lists } from './Lists';
import { Times } from './Times';

setClock(() => Date.UTC(2026, 10, 23, 1, 30));

const PARTS = { lists: Lists, forms: Forms, times: Times, feedback: Feedback };

/** Every component with plausible content, to look at while working on the kit. */
export default function Gallery() {
  const [part, setPart] = useState<keyof typeof PARTS>('lists');
  const [asking, setAsking] = useState(false);
  const Part = PARTS[part];
  return (
    <Page
      title="组件一览"
      lead="每个组件一次，内容是编的。"
      bottom={
        <BottomBar>
          <Button kind="secondary" onPress={() => setAsking(true)}>
            取消预约
          </Button>
          <Button onPress={() => toast('预约已提交')}>提交预约</Button>
        </BottomBar>
      }
    >
      <Tabs
        label="组件类别"
        value={part}
        onChange={setPart}
        tabs={[
          { key: 'lists', title: '列表' },
          { key: 'forms', title: '填写' },
          { key: 'times', title: '时间' },
          { key: 'feedback', title: '状态' },
        ]}
      />
      <Part />
      {asking && (
        <Dialog
          danger
          title="取消这次预约？"
          confirmText="取消这次预约"
          cancelText="保留预约"
          onConfirm={() => setAsking(false)}
          onCancel={() => setAsking(false)}
        >
          取消后号源会放给其他人，需要时请重新预约。
        </Dialog>
      )}
    </Page>
  );
}
