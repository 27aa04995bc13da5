import {
  aheadUnits,
  type BookingPolicyBody,
  type BookingPolicyView,
  blockEnds,
  type Rules,
  strikeWindows,
} from '@yiyun/shared';
import { Input, InputNumber, Select } from 'antd';
import type { ReactNode } from 'react';
import { MinutesOfDay } from '../../../components/minutes-of-day';
import { RuleField, RuleForm } from '../../../forms/rule-form';
import styles from './policies.module.css';

const units = { days: '天（节假日也算）', workingDays: '工作日' } as const;
const windows = { ever: '累计（上次限制之后）', month: '同一个自然月内', inARow: '连续' } as const;
const ends = { days: '限制若干天', restOfMonth: '限制到月底' } as const;
const options = <Value extends string>(values: readonly Value[], names: Record<Value, string>) =>
  values.map((value) => ({ value, label: names[value] }));

interface PolicyFormProps<Body extends BookingPolicyBody> {
  rules: Rules;
  initial: Partial<BookingPolicyBody>;
  version?: number;
  onSubmit: (body: Body, idempotencyKey: string) => Promise<BookingPolicyView>;
  onDone: (saved: BookingPolicyView) => unknown;
  onValues?: (values: Body) => void;
  buttons?: ReactNode;
}

/** The rules of booking in groups of plain questions. What is left blank limits nothing. */
export function PolicyForm<Body extends BookingPolicyBody>(props: PolicyFormProps<Body>) {
  return (
    <RuleForm<Body, BookingPolicyView> {...props} submitLabel="保存草稿">
      <Group title="这份规则">
        <RuleField name="title">
          <Input maxLength={60} />
        </RuleField>
        <RuleField name="effectiveFromOn" hint="从这一天 0 点起按它办">
          <Input type="date" />
        </RuleField>
        <RuleField name="source" hint="文件名和文号，或由谁决定">
          <Input maxLength={200} />
        </RuleField>
      </Group>
      <Group title="能约哪几天">
        <RuleField name="aheadMin" label="最早" hint="0 是当天">
          <InputNumber />
        </RuleField>
        <RuleField name="aheadMax" label="最晚">
          <InputNumber />
        </RuleField>
        <RuleField name="aheadUnit" label="单位">
          <Select options={options(aheadUnits, units)} />
        </RuleField>
      </Group>
      <Group title="每半天能约几个">
        <RuleField name="perTaxpayerHalfDay" label="每户">
          <InputNumber />
        </RuleField>
        <RuleField name="perCitizenHalfDay" label="每人" hint="留空不限">
          <InputNumber />
        </RuleField>
      </Group>
      <Group title="占号和候补">
        <RuleField name="holdMinutes" label="占号保留（分钟）">
          <InputNumber />
        </RuleField>
        <RuleField name="offerMinutes" label="候补补上的号保留（分钟）">
          <InputNumber />
        </RuleField>
      </Group>
      <Group title="取消、改约和签到（分钟）">
        <RuleField name="cancelBeforeMinutes" label="开始前多久为止可取消">
          <InputNumber />
        </RuleField>
        <RuleField name="rescheduleBeforeMinutes" label="开始前多久为止可改约">
          <InputNumber />
        </RuleField>
        <RuleField name="checkInEarlyMinutes" label="可提前签到">
          <InputNumber />
        </RuleField>
        <RuleField name="checkInLateMinutes" label="过了时段还可签到">
          <InputNumber />
        </RuleField>
      </Group>
      <Group title="爽约">
        <StrikeFields of="noShow" />
      </Group>
      <Group title="本人取消过多">
        <StrikeFields of="cancel" />
      </Group>
      <Group title="什么时候受理预约，什么时候催办">
        <RuleField name="bookableFromMinutes" label="每天从" hint="留空是全天">
          <MinutesOfDay />
        </RuleField>
        <RuleField name="bookableUntilMinutes" label="到">
          <MinutesOfDay />
        </RuleField>
        <RuleField name="escalateBeforeMinutes" label="开始前多少分钟还没确认就告诉值班领导">
          <InputNumber />
        </RuleField>
      </Group>
    </RuleForm>
  );
}

function Group({ title, children }: { title: string; children: ReactNode }) {
  return (
    <fieldset className={styles.group}>
      <legend>{title}</legend>
      <div>{children}</div>
    </fieldset>
  );
}

function StrikeFields({ of }: { of: 'noShow' | 'cancel' }) {
  return (
    <>
      <RuleField name={`${of}Count`} label="几次就限制" hint="留空不限制">
        <InputNumber />
      </RuleField>
      <RuleField name={`${of}Window`} label="怎么数">
        <Select allowClear options={options(strikeWindows, windows)} />
      </RuleField>
      <RuleField name={`${of}Block`} label="怎么限制">
        <Select allowClear options={options(blockEnds, ends)} />
      </RuleField>
      <RuleField name={`${of}BlockDays`} label="几天">
        <InputNumber />
      </RuleField>
    </>
  );
}
