import { useQuery } from '@tanstack/react-query';
import { api } from '@/api/client';
import { keys } from '@/api/keys';
import { usePullToRefresh } from '@/api/use-refresh';
import { Loaded, Page } from '@/components';
import { useParam } from '@/lib/use-param';
import { SignedIn } from '@/session/SignedIn';
import { Question } from './Question';

export default function QuestionDetail() {
  return (
    <Page title="提问详情">
      <SignedIn why="登录后可以看到您的提问和答复。" upTo="consent">
        {() => <Fetched />}
      </SignedIn>
    </Page>
  );
}

function Fetched() {
  const helpRequestId = useParam('helpRequestId');
  const query = useQuery({
    queryKey: keys.helpRequest(helpRequestId),
    queryFn: () => api.help.get({ params: { helpRequestId } }),
  });
  usePullToRefresh(keys.helpRequest(helpRequestId));
  return (
    <Loaded query={query} rows={5}>
      {(question) => <Question question={question} />}
    </Loaded>
  );
}
