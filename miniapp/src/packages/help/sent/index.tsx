import { useQuery } from '@tanstack/react-query';
import { api } from '@/api/client';
import { keys } from '@/api/keys';
import { BottomBar, Button, Loaded, NoticeBar, Page, ReferenceNumber, Section, Timeline } from '@/components';
import { now } from '@/lib/clock';
import { goInstead, goTab } from '@/lib/go';
import { sayWhen } from '@/lib/time';
import { useParam } from '@/lib/use-param';

/** The question is on its way: its number, what happens next, and how one will know. */
export default function Sent() {
  const helpRequestId = useParam('helpRequestId');
  const query = useQuery({
    queryKey: keys.helpRequest(helpRequestId),
    queryFn: () => api.help.get({ params: { helpRequestId } }),
  });
  return (
    <Page
      title="提问已发送"
      bottom={
        <BottomBar>
          <Button id="see-question" onPress={() => goInstead('help/detail', { helpRequestId })}>
            查看这个提问
          </Button>
          <Button kind="text" id="back-home" onPress={() => goTab('home')}>
            回首页
          </Button>
        </BottomBar>
      }
    >
      <Loaded query={query}>
        {({ referenceNo, askedAt }) => (
          <>
            <ReferenceNumber id="copy-question-no" label="提问编号" number={referenceNo} />
            <Section title="接下来">
              <Timeline
                label="接下来"
                items={[
                  { key: 'sent', title: '您的提问已送到', when: sayWhen(askedAt, now()), state: 'past' },
                  {
                    key: 'answer',
                    title: '工作人员解答',
                    when: '通常在一个工作日内',
                    body: '任何一个厅的工作人员都能答复。',
                    state: 'now',
                  },
                  { key: 'told', title: '有答复时发消息告诉您', body: '没有解决可以继续追问。', state: 'ahead' },
                ]}
              />
              <NoticeBar text="急事请拨打 12366，或直接到办税服务厅询问。" />
            </Section>
          </>
        )}
      </Loaded>
    </Page>
  );
}
