import { type PaperBlockView, type ReservePaperBody, reservePaperRules } from '@yiyun/shared';
import { InputNumber } from 'antd';
import { useState } from 'react';
import { api } from '../../../api/client';
import { Done } from '../../../components/done';
import { KeyButton } from '../../../components/key-button';
import { Panel } from '../../../components/panel';
import { PrintSheet } from '../../../components/print-sheet';
import { RuleField, RuleForm } from '../../../forms/rule-form';
import styles from './desk.module.css';

/** Sets numbers aside that the system gives to nobody else, and prints them to be torn off. */
export function ReservePanel({ hallId, hallName }: { hallId: string; hallName: string }) {
  const [block, setBlock] = useState<PaperBlockView>();
  const [isPrinting, setPrinting] = useState(false);
  return (
    <Panel title="预留纸质号">
      <RuleForm<ReservePaperBody, PaperBlockView>
        rules={reservePaperRules}
        initial={{ count: 30 }}
        onSubmit={(body, idempotencyKey) => api.queue.reservePaper({ params: { hallId }, body }, { idempotencyKey })}
        onDone={setBlock}
        submitLabel="预留"
      >
        <RuleField name="count" hint="这些号今天不再发给别人，只当天有效；每天开门前打印好放在导税台">
          <InputNumber />
        </RuleField>
      </RuleForm>
      {block && (
        <>
          <Done title={`已预留 ${block.numbers.length} 张`}>
            {block.firstNumber} 到 {block.lastNumber}，{block.on} 当天有效。
          </Done>
          <ul className={styles.numbers}>
            {block.numbers.map((number) => (
              <li key={number}>{number}</li>
            ))}
          </ul>
          <KeyButton label="打印" combo="f8" onClick={() => setPrinting(true)} />
          {isPrinting && (
            <PrintSheet page="size: A4; margin: 8mm" onPrinted={() => setPrinting(false)}>
              <div className={styles.slips}>
                {block.numbers.map((number) => (
                  <div key={number}>
                    {hallName}
                    <strong>{number}</strong>
                    {block.on}
                    <br />
                    事项＿＿＿＿＿＿ 取号＿＿：＿＿
                  </div>
                ))}
              </div>
            </PrintSheet>
          )}
        </>
      )}
    </Panel>
  );
}
