import { useQuery } from '@tanstack/react-query';
import { api } from '@/api/client';
import { keys } from '@/api/keys';
import { usePullToRefresh } from '@/api/use-refresh';
import { Loaded, Page } from '@/components';
import { useParam } from '@/lib/use-param';
import { SignedIn } from '@/session/SignedIn';
import { CaseDetail } from './CaseDetail';

export default function CaseDetailPage() {
  return (
    <Page title="办件详情">
      <SignedIn why="登录后可以看到您的办件。" upTo="consent">
        {() => <Fetched />}
      </SignedIn>
    </Page>
  );
}

function Fetched() {
  const caseId = useParam('caseId');
  const query = useQuery({ queryKey: keys.case(caseId), queryFn: () => api.cases.get({ params: { caseId } }) });
  usePullToRefresh(keys.case(caseId));
  return (
    <Loaded query={query} rows={6}>
      {(one) => <CaseDetail one={one} />}
    </Loaded>
  );
}
