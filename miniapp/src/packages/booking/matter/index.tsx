import { useQuery } from '@tanstack/react-query';
import { View } from '@tarojs/components';
import type { MatterView } from '@yiyun/shared';
import { api } from '@/api/client';
import { keys } from '@/api/keys';
import { BottomBar, Button, Cell, Loaded, NoticeBar, Page, Section, SummaryList, Tag } from '@/components';
import { go } from '@/lib/go';
import { useParam } from '@/lib/use-param';
import { useShare } from '@/platform/share';
import { useBookingDraft } from '../booking-draft';
import { useBegin } from '../use-begin';
import './index.scss';

const days = (count: number | null): string =>
  count === null ? '以窗口告知为准' : count <= 1 ? '当场办结' : `${count}个工作日`;

export default function Matter() {
  const matterId = useParam('matterId');
  const query = useQuery({ queryKey: keys.matter(matterId), queryFn: () => api.matters.get({ params: { matterId } }) });
  useShare({ title: query.data?.name ?? '办事指南', path: `/packages/booking/matter/index?matterId=${matterId}` });
  const draft = useBookingDraft();
  const begin = useBegin();
  const bookable = query.data?.counterAvailable;
  const book = () => {
    draft.begin(matterId);
    if (query.data?.onlineAvailable) go('booking/online', { matterId });
    else begin(matterId);
  };
  return (
    <Page
      title={query.data?.name ?? '办事指南'}
      bottom={
        bookable ? (
          <BottomBar>
            <Button id="book-matter" icon="calendar" onPress={book}>
              预约到厅办理
            </Button>
          </BottomBar>
        ) : undefined
      }
    >
      <Loaded query={query} rows={6}>
        {(matter) => <Guide matter={matter} />}
      </Loaded>
    </Page>
  );
}

function Guide({ matter }: { matter: MatterView }) {
  const { supportingDocuments: documents } = matter;
  return (
    <>
      <View className="guide__tags">
        <Tag>{matter.category}</Tag>
        {matter.onlineAvailable && <Tag>可网上办</Tag>}
        {matter.courierDelivery && <Tag>可邮寄结果</Tag>}
      </View>
      <View className="guide__text">{matter.description}</View>
      {matter.onlineHint && <NoticeBar text={matter.onlineHint} />}
      {!matter.counterAvailable && (
        <NoticeBar tone="attention" text="这件事不用到厅，按上面的办法在网上或电话里就能办。" />
      )}
      <Section title="带什么材料">
        {documents.length === 0 ? (
          <View className="guide__text">不用带材料。</View>
        ) : (
          documents.map((name, i) => (
            <View key={name} className="guide__document">
              {i + 1}. {name}
            </View>
          ))
        )}
      </Section>
      <Section title="要多久">
        <SummaryList
          rows={[
            { label: '承诺办结', value: days(matter.promisedWorkingDays) },
            { label: '法定时限', value: days(matter.statutoryWorkingDays) },
            { label: '窗口办理', value: `大约${matter.serviceMinutes}分钟` },
            { label: '到厅次数', value: matter.onSiteVisits === 0 ? '可以不到厅' : `最多${matter.onSiteVisits}次` },
          ]}
        />
      </Section>
      <Section title="谁可以办">
        <View className="guide__text">{matter.applicants.join('、')}</View>
      </Section>
      <Section title="别的办法">
        <Cell
          id="see-rules"
          icon="guide"
          title="预约规则"
          note="提前几天、取消和爽约怎么算"
          onPress={() => go('booking/rules')}
        />
        <View className="guide__text">
          电话咨询 12366（工作日 8:30–17:30）；有疑问也可以用说的提问，工作时间内有人答复。
        </View>
        <Button kind="secondary" icon="mic" onPress={() => go('help/ask', { matterId: matter.id })}>
          就这件事提问
        </Button>
      </Section>
      {matter.sampleNote && <View className="guide__note">{matter.sampleNote}</View>}
    </>
  );
}
