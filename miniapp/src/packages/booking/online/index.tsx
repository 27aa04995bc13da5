import { useQuery } from '@tanstack/react-query';
import { View } from '@tarojs/components';
import { type MatterView, onSiteReasonNames, onSiteReasons } from '@yiyun/shared';
import { api } from '@/api/client';
import { keys } from '@/api/keys';
import { Button, ChoiceList, Icon, Loaded, Page, Section } from '@/components';
import { go, goBackOrHome, goTab } from '@/lib/go';
import { useParam } from '@/lib/use-param';
import { useBookingDraft } from '../booking-draft';
import { useBegin } from '../use-begin';
import './index.scss';

const GOOD = ['不用出门，不用排队', '随时可以提交，进度在网上看', '办不成再来约也不迟'];

/** What can be done online comes first; whoever wants to come all the same is asked why, and is not kept away. */
export default function Online() {
  const matterId = useParam('matterId');
  const query = useQuery({ queryKey: keys.matter(matterId), queryFn: () => api.matters.get({ params: { matterId } }) });
  return (
    <Page title="这件事可以网上办" lead={query.data?.name}>
      <Loaded query={query}>{(matter) => <Ways matter={matter} />}</Loaded>
    </Page>
  );
}

function Ways({ matter }: { matter: MatterView }) {
  const draft = useBookingDraft();
  const begin = useBegin();
  const back = useParam('back') !== '';
  const { onSiteReason } = draft.value;
  return (
    <>
      <View className="online__hint">{matter.onlineHint}</View>
      {GOOD.map((line) => (
        <View key={line} className="online__good">
          <Icon name="check" size="small" className="online__mark" />
          <View className="online__line">{line}</View>
        </View>
      ))}
      <Button id="go-online" onPress={() => goTab('home')}>
        好，我在网上办
      </Button>
      <Button kind="text" icon="mic" onPress={() => go('help/ask', { matterId: matter.id })}>
        网上办遇到问题，问一问
      </Button>
      <Section title="仍要到厅">
        <ChoiceList
          id="onSiteReason"
          label="是因为什么？"
          hint="告诉我们好安排窗口，怎么选都可以预约"
          optional
          value={onSiteReason || undefined}
          choices={onSiteReasons.map((value) => ({ value, label: onSiteReasonNames[value] }))}
          onChange={(value) => draft.begin(matter.id, { onSiteReason: value })}
        />
        <Button kind="secondary" id="still-come" onPress={() => (back ? goBackOrHome() : begin(matter.id))}>
          {back ? '改好了' : '仍要到厅，继续预约'}
        </Button>
      </Section>
    </>
  );
}
