import type { CaseDetailView } from '@yiyun/shared';
import { Button, NoticeBar, ReferenceNumber, Section, SummaryList } from '@/components';
import { sayDue } from '@/lib/case-words';
import { now } from '@/lib/clock';
import { goInstead, goTab } from '@/lib/go';

/** The answer is with the counter: what happens next, when, and whom to call. */
export function Answered({ one }: { one: CaseDetailView }) {
  return (
    <>
      <NoticeBar tone="done" text="窗口已收到您的补正说明。" />
      {one.receiptNo && <ReferenceNumber label="回执号" number={one.receiptNo} />}
      <Section title="接下来">
        <SummaryList
          rows={[
            { label: '窗口', value: '继续审核，期限从现在接着计算' },
            { label: '什么时候办完', value: sayDue(one, now()) },
            { label: '有结果时', value: '会发消息告诉您，也可以随时在“进度”里查看' },
            { label: '有疑问', value: `致电${one.hall.name} ${one.hallTelephone}` },
          ]}
        />
      </Section>
      <Button id="see-case" onPress={() => goInstead('cases/detail', { caseId: one.id })}>
        查看这个办件
      </Button>
      <Button kind="text" onPress={() => goTab('home')}>
        回首页
      </Button>
    </>
  );
}
