import { caseStatusNames, type PublicCaseView } from '@yiyun/shared';
import { Button, Cell, History, ReferenceNumber, Section, Status, SummaryList } from '@/components';
import { call } from '@/lib/call';
import { caseTones, isClosed, sayDue } from '@/lib/case-words';
import { now } from '@/lib/clock';
import { sayWhen } from '@/lib/time';

export function LookUpResult({ found, onAgain }: { found: PublicCaseView; onAgain: () => void }) {
  const { status, matterName, hallName, hallTelephone, maskedTaxpayerName, acceptedAt, receiptNo, steps } = found;
  const waits = status === 'correctionRequested';
  return (
    <>
      <Status tone={caseTones[status]}>{caseStatusNames[status]}</Status>
      <ReferenceNumber id="copy-receipt" label="回执号" number={receiptNo} />
      <SummaryList
        rows={[
          { label: '办理事项', value: matterName },
          { label: '期限', value: sayDue(found, now()) },
          { label: '为谁办理', value: maskedTaxpayerName },
          { label: '在哪里办', value: hallName },
          { label: '受理时间', value: sayWhen(acceptedAt, now()) },
        ]}
      />
      <Cell id="call-hall" icon="phone" title={`致电办税服务厅 ${hallTelephone}`} onPress={() => call(hallTelephone)} />
      <Section title="办理过程">
        <History label="办理过程" steps={steps} end={isClosed(status) ? 'closed' : waits ? 'attention' : 'open'} />
      </Section>
      <Button kind="secondary" id="look-up-again" onPress={onAgain}>
        查另一件
      </Button>
    </>
  );
}
