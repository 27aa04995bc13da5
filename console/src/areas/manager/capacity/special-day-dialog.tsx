import {
  type CapacityDayView,
  type CapacityEffectView,
  type ManagedHallView,
  type SpecialDayBody,
  specialDayKindNames,
  specialDayKinds,
  specialDayRules,
} from '@yiyun/shared';
import { AutoComplete, Input, Modal, Radio } from 'antd';
import { useState } from 'react';
import { api } from '../../../api/client';
import { KeyButton } from '../../../components/key-button';
import { RuleField, RuleForm } from '../../../forms/rule-form';
import { useNow } from '../../../lib/clock';
import { saidDate } from '../../../lib/time';
import { ShortcutLayer } from '../../../shortcuts/use-shortcut';
import { EffectPanel } from './effect-panel';
import { hoursText, readHours } from './hours';
import { HoursInput } from './hours-field';
import { Ordinary } from './roster-dialog';
import { useEffectPreview } from './use-effect-preview';

const reasons = ['政务服务日延时', '节假日预约办税', '系统升级', '全员培训', '停电检修'];
/** The hours are judged in words of their own. */
const rules = { ...specialDayRules, hours: { ...specialDayRules.hours, pattern: undefined } } as const;

interface SpecialDayDialogProps {
  hall: ManagedHallView;
  day?: CapacityDayView;
  onSaved: () => Promise<void>;
  onClose: () => void;
}

/** A day of the whole hall that does not follow its week: closed, shorter, longer, or worked on a holiday. */
export function SpecialDayDialog({ hall, day, onSaved, onClose }: SpecialDayDialogProps) {
  const now = useNow();
  return (
    <Modal
      title={day && `${saidDate(day.on, now)}全厅的安排`}
      open={day !== undefined}
      onCancel={onClose}
      footer={null}
      width="40rem"
      destroyOnHidden
      mask={{ closable: false }}
    >
      <ShortcutLayer>
        {day && <SpecialDayForm hall={hall} day={day} onSaved={onSaved} onClose={onClose} />}
      </ShortcutLayer>
    </Modal>
  );
}

/** What was typed, in the form in which it is sent. */
const tidy = ({ hours = '', kind, ...rest }: SpecialDayBody): SpecialDayBody => {
  const text = hoursText(readHours(hours) ?? []);
  return kind === 'closed' || text === '' ? { ...rest, kind } : { ...rest, kind, hours: text };
};

function SpecialDayForm({ hall, day, onSaved, onClose }: Required<SpecialDayDialogProps>) {
  const params = { hallId: hall.id };
  const { on, special } = day;
  const initial = {
    kind: special?.kind ?? 'closed',
    hours: hoursText(special?.hours ?? day.hours),
    reason: special?.reason,
  };
  const [typed, setTyped] = useState<Partial<SpecialDayBody>>(initial);
  const isClosed = typed.kind === 'closed';
  const isReadable = isClosed || (readHours(typed.hours ?? '')?.length ?? 0) > 0;
  const preview = useEffectPreview<SpecialDayBody>(
    specialDayRules,
    isReadable && typed.reason
      ? tidy({ version: hall.version, on, ...typed, reason: typed.reason.trim() } as SpecialDayBody)
      : undefined,
    (body): Promise<CapacityEffectView> => api.capacity.previewSpecialDay({ params, body }),
  );
  return (
    <RuleForm<SpecialDayBody, CapacityEffectView>
      rules={rules}
      initial={initial}
      fixed={{ on }}
      version={hall.version}
      onValues={setTyped}
      alsoCheck={(body) =>
        isReadable
          ? preview.alsoCheck(tidy(body))
          : [{ path: 'hours', message: '时间应写成 08:30-12:00 13:30-17:00；全天不办公请选第一项' }]
      }
      onSubmit={(body, idempotencyKey) => api.capacity.setSpecialDay({ params, body: tidy(body) }, { idempotencyKey })}
      onDone={async () => {
        await onSaved();
        onClose();
      }}
      submitLabel="保存"
      buttons={
        <>
          {special && (
            <Ordinary hallId={hall.id} body={{ version: hall.version, on }} onDone={onSaved} onClose={onClose} />
          )}
          <KeyButton label="返回" onClick={onClose} />
        </>
      }
    >
      <RuleField name="kind">
        <Radio.Group options={specialDayKinds.map((value) => ({ value, label: specialDayKindNames[value] }))} />
      </RuleField>
      {!isClosed && (
        <RuleField name="hours" hint="这一天的全部办公时间，例如 08:30-12:00 13:30-19:00">
          <HoursInput />
        </RuleField>
      )}
      <RuleField name="reason" hint="纳税人选日期时会看到">
        <AutoComplete options={reasons.map((value) => ({ value }))}>
          <Input maxLength={specialDayRules.reason.max} />
        </AutoComplete>
      </RuleField>
      <EffectPanel preview={preview} />
    </RuleForm>
  );
}
