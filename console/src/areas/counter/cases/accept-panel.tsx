import type { AcceptCaseBody, StaffCaseDetailView } from '@yiyun/shared';
import { Checkbox } from 'antd';
import { useState } from 'react';
import { api } from '../../../api/client';
import { useSubmit } from '../../../api/use-submit';
import { ErrorResult } from '../../../components/error-result';
import { KeyButton } from '../../../components/key-button';
import { Panel } from '../../../components/panel';
import { StatusTag } from '../../../components/status-tag';
import styles from './case-page.module.css';
import { useCaseChanged } from './use-case';

interface AcceptPanelProps {
  of: StaffCaseDetailView;
  canAct: boolean;
}

/** The documents: ticked off one by one and then accepted; later what was received. */
export function AcceptPanel({ of, canAct }: AcceptPanelProps) {
  const canAccept = canAct && of.availableActions.includes('accept');
  return (
    <Panel title={canAccept ? '收材料' : '材料'}>{canAccept ? <Checklist of={of} /> : <Received of={of} />}</Panel>
  );
}

function Received({ of: { documents } }: Pick<AcceptPanelProps, 'of'>) {
  if (documents.length === 0) return <p className={styles.quiet}>这个事项不需要材料。</p>;
  return (
    <ul className={styles.done}>
      {documents.map(({ name, received }) => (
        <li key={name}>
          <StatusTag tone={received ? 'done' : 'waiting'}>{received ? '已收' : '未收'}</StatusTag> {name}
        </li>
      ))}
    </ul>
  );
}

function Checklist({ of: { id: caseId, documents, version } }: Pick<AcceptPanelProps, 'of'>) {
  const names = documents.map(({ name }) => name);
  const [received, setReceived] = useState<string[]>([]);
  const accept = useSubmit(
    (body: AcceptCaseBody, idempotencyKey) => api.cases.accept({ params: { caseId }, body }, { idempotencyKey }),
    { onDone: useCaseChanged() },
  );
  const toggle = (name: string, isOn: boolean) =>
    setReceived((last) => (isOn ? [...last, name] : last.filter((other) => other !== name)));
  return (
    <>
      {names.length === 0 ? (
        <p className={styles.quiet}>这个事项不需要材料，可以直接受理。</p>
      ) : (
        <fieldset className={styles.checks}>
          <legend className={styles.quiet}>
            逐项核对，收到的打勾（{received.length} / {names.length}）
          </legend>
          {names.map((name) => (
            <Checkbox
              key={name}
              checked={received.includes(name)}
              onChange={({ target }) => toggle(name, target.checked)}
            >
              {name}
            </Checkbox>
          ))}
        </fieldset>
      )}
      {accept.error && <ErrorResult title="没能受理" error={accept.error} />}
      <div className={styles.buttons}>
        <KeyButton
          type="primary"
          label="受理"
          combo="alt+a"
          loading={accept.isPending}
          onClick={() => accept.mutate({ version, receivedDocuments: names.filter((name) => received.includes(name)) })}
        />
        {names.length > 1 && received.length < names.length && (
          <KeyButton label="全部收到" combo="alt+q" onClick={() => setReceived(names)} />
        )}
      </div>
    </>
  );
}
