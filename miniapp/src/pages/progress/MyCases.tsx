import { type CaseSummaryView, type caseScopes, caseStatusNames, sayReferenceNo } from '@yiyun/shared';
import { api } from '@/api/client';
import { keys } from '@/api/keys';
import { usePages } from '@/api/use-pages';
import { Button, Cell, Empty, Paged, Status } from '@/components';
import { caseTones, sayDue } from '@/lib/case-words';
import { now } from '@/lib/clock';
import { go, goTab } from '@/lib/go';

/** The signed-in person's cases of one scope, newest first. */
export function MyCases({ scope }: { scope: (typeof caseScopes)[number] }) {
  const pages = usePages([...keys.cases, 'mine', scope], (cursor) => api.cases.mine({ query: { scope, cursor } }));
  const empty =
    scope === 'open' ? (
      <Empty icon="progress" title="没有正在办理的事" note="到厅办理后，这里会显示每一步。">
        <Button id="book-first" kind="secondary" onPress={() => goTab('matters')}>
          去预约
        </Button>
      </Empty>
    ) : (
      <Empty icon="progress" title="还没有结束的办件" />
    );
  return (
    <Paged pages={pages} id="cases" empty={empty}>
      {(cases) => cases.map((one) => <CaseCell key={one.id} one={one} />)}
    </Paged>
  );
}

function CaseCell({ one }: { one: CaseSummaryView }) {
  const receipt = one.receiptNo && `回执号 ${sayReferenceNo(one.receiptNo)}`;
  return (
    <Cell
      id={`case-${one.id}`}
      title={one.matter.name}
      note={[sayDue(one, now()), one.taxpayerName, receipt].filter(Boolean).join(' · ')}
      value={<Status tone={caseTones[one.status]}>{caseStatusNames[one.status]}</Status>}
      onPress={() => go('cases/detail', { caseId: one.id })}
    />
  );
}
