import { Card, Cell, NoticeBar, QrCode, Section, Status, SummaryList, Tag, TicketCard, Timeline } from '@/components';
import { ActGrid } from '@/pages/home/ActGrid';
import { Greeting } from '@/pages/home/Greeting';

const nothing = () => undefined;

export function Lists() {
  return (
    <>
      <Greeting name="王女士" />
      <TicketCard
        kind="下一次预约"
        when="今天 14:30"
        what="增值税专用发票最高开票限额申请"
        where="鄞州区办税服务厅（中河街道 1 号）"
        foot="预约号 YZ 2311 0427"
        onPress={nothing}
      />
      <NoticeBar tone="attention" text="一件办件需要补正材料，剩 2 个工作日。" onPress={nothing} />
      <ActGrid />
      <Section title="通知公告" more={{ text: '全部公告', onPress: nothing }}>
        <Cell title="十二月办税服务厅延时服务安排" note="11月20日 · 未读" onPress={nothing} />
        <Cell title="关于社会保险费缴费期限延长的通知" note="11月18日" onPress={nothing} />
      </Section>
      <Section title="我的办件">
        <Cell
          icon="document"
          title="一般纳税人登记"
          note="受理号 2026-1123-00417，预计 11月26日 前办结"
          value={<Status tone="underway">审核中</Status>}
          onPress={nothing}
        />
        <Cell icon="document" title="发票票种核定" value={<Status tone="attention">待补正</Status>} onPress={nothing} />
        <Cell icon="document" title="开具完税证明" value={<Status tone="done">已办结</Status>} onPress={nothing} />
        <Cell icon="document" title="注销税务登记" value={<Status tone="failed">不予受理</Status>} onPress={nothing} />
        <Cell icon="document" title="车辆购置税申报" value={<Status tone="off">已取消</Status>} onPress={nothing} />
      </Section>
      <Card onPress={nothing}>
        <Tag>可网上办</Tag>
        <Tag>限时 2 个工作日</Tag>
      </Card>
      <SummaryList
        rows={[
          { label: '办理事项', value: '增值税专用发票最高开票限额申请', onChange: nothing },
          { label: '办税服务厅', value: '鄞州区办税服务厅', onChange: nothing },
          { label: '时间', value: '11月24日 周二 09:00–09:30', onChange: nothing },
          { label: '办理人', value: '王*' },
        ]}
      />
      <Section title="办理过程">
        <Timeline
          label="办理过程"
          items={[
            { key: '1', title: '已受理', when: '11月23日 周一 10:05', state: 'past' },
            {
              key: '2',
              title: '请补正材料',
              when: '昨天 16:20',
              body: '请补交经办人身份证复印件。',
              state: 'attention',
            },
            { key: '3', title: '审核', state: 'ahead' },
            { key: '4', title: '办结', when: '预计 11月26日 前', state: 'ahead' },
          ]}
        />
      </Section>
      <QrCode value="YZ23110427" label="预约凭证码" text="YZ 2311 0427" />
    </>
  );
}
