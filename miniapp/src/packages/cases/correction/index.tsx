import { useQuery } from '@tanstack/react-query';
import type { CaseDetailView } from '@yiyun/shared';
import { useState } from 'react';
import { api } from '@/api/client';
import { keys } from '@/api/keys';
import { Empty, Loaded, Page } from '@/components';
import { useParam } from '@/lib/use-param';
import { SignedIn } from '@/session/SignedIn';
import { Answered } from './Answered';
import { AnswerForm } from './AnswerForm';

const TITLES = { write: '您怎样补正？', check: '核对补正说明', done: '补正已提交' };
type Step = keyof typeof TITLES;

/** Answers what the counter asked for: write, check, sent. */
export default function Correction() {
  const caseId = useParam('caseId');
  const [step, setStep] = useState<Step>('write');
  const [answered, setAnswered] = useState<CaseDetailView>();
  const done = (one: CaseDetailView) => {
    setAnswered(one);
    setStep('done');
  };
  return (
    <Page title={TITLES[step]}>
      <SignedIn why="登录后可以补正您的办件。" upTo="consent">
        {() =>
          answered ? (
            <Answered one={answered} />
          ) : (
            <Fetched caseId={caseId}>
              {(one) => <AnswerForm one={one} checking={step === 'check'} onStep={setStep} onDone={done} />}
            </Fetched>
          )
        }
      </SignedIn>
    </Page>
  );
}

interface FetchedProps {
  caseId: string;
  children: (one: CaseDetailView) => React.ReactNode;
}

function Fetched({ caseId, children }: FetchedProps) {
  const query = useQuery({ queryKey: keys.case(caseId), queryFn: () => api.cases.get({ params: { caseId } }) });
  return (
    <Loaded query={query}>
      {(one) =>
        one.availableActions.includes('answerCorrection') ? (
          children(one)
        ) : (
          <Empty icon="check" title="这个办件现在不需要补正" note="可以返回查看办到了哪一步。" />
        )
      }
    </Loaded>
  );
}
