import { type StaffHelpDetailView, sayReferenceNo } from '@yiyun/shared';
import { Skeleton } from 'antd';
import { useRef } from 'react';
import { Link, useParams } from 'react-router';
import { asFailure } from '../../../api/errors';
import { ErrorResult } from '../../../components/error-result';
import { Panel } from '../../../components/panel';
import { Timeline } from '../../../components/timeline';
import { Page } from '../../../layout/page';
import { useDraft } from '../../../lib/draft';
import { hasRole, useMe } from '../../../session/me';
import { AnswerForm } from './answer-form';
import { ClaimButtons } from './claim-buttons';
import { HelpStatusTag } from './columns';
import { PostView } from './post-view';
import styles from './question-page.module.css';
import { SimilarPanel } from './similar-panel';
import { useQuestion } from './use-question';

/** One question: what was said at the left with the answer below, similar answers at the right. */
export function QuestionPage() {
  const { helpRequestId = '' } = useParams();
  const query = useQuestion(helpRequestId);
  if (query.error && !query.data) {
    return (
      <Page title="咨询">
        <ErrorResult title="没能读取这个问题" error={asFailure(query.error)} onRetry={() => void query.refetch()} />
      </Page>
    );
  }
  if (!query.data) return <Skeleton />;
  return <QuestionView key={query.data.id} of={query.data} />;
}

function QuestionView({ of }: { of: StaffHelpDetailView }) {
  const me = useMe();
  const [answer, setAnswer] = useDraft(`answer.${of.id}`);
  const field = useRef<HTMLTextAreaElement>(null);
  const isMine = of.assignee?.id === me.id;
  const canAnswer = isMine && of.availableActions.includes('answer');
  const quote = (text: string) => {
    setAnswer(answer.trim() === '' ? text : `${answer.trimEnd()}\n\n${text}`);
    field.current?.focus();
  };
  return (
    <Page
      title={of.title}
      lead={
        <span className={styles.lead}>
          <HelpStatusTag status={of.status} />
          <span>{of.assignee ? `由${isMine ? '您' : of.assignee.name}解答` : '还没有人解答'}</span>
          {of.matterName && <span>{of.matterName}</span>}
          <span className="tabular">{sayReferenceNo(of.referenceNo)}</span>
          <Link to="/counter/questions">问题列表</Link>
        </span>
      }
      actions={<ClaimButtons of={of} />}
    >
      <div className={styles.columns}>
        <div>
          <ol className={styles.posts} aria-label="提问与答复">
            {of.posts.map((post, index) => (
              <PostView
                key={post.id}
                of={of}
                post={post}
                canTranscribe={isMine}
                combo={index === 0 ? 'alt+p' : undefined}
              />
            ))}
          </ol>
          {canAnswer && <AnswerForm of={of} field={field} text={answer} onText={setAnswer} />}
        </div>
        <div>
          <SimilarPanel of={of} onQuote={canAnswer ? quote : undefined} />
          <Panel title="经过">
            <Timeline entries={of.timeline} />
            {hasRole(me, ['manager']) && (
              <p>
                <Link to={`/manager/records?stream=help:${of.id}`}>全过程记录</Link>
              </p>
            )}
          </Panel>
        </div>
      </div>
    </Page>
  );
}
