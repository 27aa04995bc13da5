import { useQuery } from '@tanstack/react-query';
import { api } from '@/api/client';
import { Button, Loaded, Page } from '@/components';
import { go } from '@/lib/go';
import { useParam } from '@/lib/use-param';
import { useShare } from '@/platform/share';
import { KnowledgeText } from '../KnowledgeText';

/** One answer in full. */
export default function Article() {
  const knowledgeId = useParam('knowledgeId');
  const query = useQuery({
    queryKey: ['knowledge', knowledgeId],
    queryFn: () => api.help.knowledgeGet({ params: { knowledgeId } }),
  });
  const title = query.data?.question ?? '答案';
  useShare({ title, path: `/packages/help/article/index?knowledgeId=${knowledgeId}` });
  return (
    <Page title={title}>
      <Loaded query={query} rows={5}>
        {(knowledge) => <KnowledgeText knowledge={knowledge} />}
      </Loaded>
      <Button kind="secondary" id="ask-instead" icon="mic" onPress={() => go('help/ask')}>
        还有疑问，去提问
      </Button>
    </Page>
  );
}
