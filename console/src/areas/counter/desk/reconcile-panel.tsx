import { type PaperReconciliationView, type ReconcilePaperBody, reconcilePaperRules } from '@yiyun/shared';
import { Form, Input } from 'antd';
import { useState } from 'react';
import { api } from '../../../api/client';
import { Done } from '../../../components/done';
import { Panel } from '../../../components/panel';
import { RuleField, RuleForm } from '../../../forms/rule-form';
import { useDraft } from '../../../lib/draft';
import styles from './desk.module.css';

const example = 'P003 09:40 10:05 窗口2 发票\nP004 09:42 未办 发票';

/** Tells the system afterwards what was done on paper: accepted lines leave the field, refused ones stay with why. */
export function ReconcilePanel({ hallId }: { hallId: string }) {
  const [form] = Form.useForm();
  const [draft, setDraft] = useDraft(`paper ${hallId}`);
  const [initial] = useState(draft);
  const [result, setResult] = useState<PaperReconciliationView>();
  return (
    <Panel title="补录">
      <RuleForm<ReconcilePaperBody, PaperReconciliationView>
        rules={reconcilePaperRules}
        form={form}
        initial={{ text: initial }}
        onValues={({ text }) => setDraft(text)}
        onSubmit={(body, idempotencyKey) => api.queue.reconcilePaper({ params: { hallId }, body }, { idempotencyKey })}
        onDone={(done) => {
          const left = done.refused.map(({ text }) => text).join('\n');
          form.setFieldsValue({ text: left });
          setDraft(left);
          setResult(done);
        }}
        submitLabel="补录"
      >
        <RuleField
          name="text"
          hint="一张号一行：号、取号时间、办完时间（没办的写“未办”）、窗口、事项或类别，用空格隔开"
        >
          <Input.TextArea rows={10} className={styles.lines} placeholder={example} spellCheck={false} />
        </RuleField>
      </RuleForm>
      {result && (
        <>
          <Done title={`补录了 ${result.accepted} 张`}>
            {result.refused.length === 0
              ? '全部收下，算进当天的号票。'
              : `${result.refused.length} 行没有收下，留在上面，改好后再补录。`}
          </Done>
          {result.refused.length > 0 && (
            <table className={styles.refused} aria-label="没有收下的行">
              <thead>
                <tr>
                  <th scope="col">行</th>
                  <th scope="col">内容</th>
                  <th scope="col">为什么</th>
                </tr>
              </thead>
              <tbody>
                {result.refused.map(({ line, text, reason }) => (
                  <tr key={line}>
                    <td>{line}</td>
                    <td className={styles.lines}>{text}</td>
                    <td>{reason}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          )}
        </>
      )}
    </Panel>
  );
}
