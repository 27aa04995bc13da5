import { useQuery } from '@tanstack/react-query';
import {
  type CapacityEffectView,
  type ManagedHallView,
  type ServiceWindowView,
  type WindowBody,
  windowRules,
} from '@yiyun/shared';
import { Input, InputNumber, Modal, Select, Switch } from 'antd';
import { useState } from 'react';
import { api } from '../../../api/client';
import { KeyButton } from '../../../components/key-button';
import { RuleField, RuleForm } from '../../../forms/rule-form';
import { ShortcutLayer } from '../../../shortcuts/use-shortcut';
import { EffectPanel } from './effect-panel';
import { hoursText, readWeek } from './hours';
import { WeekHours } from './hours-field';
import { useEffectPreview } from './use-effect-preview';
import { windowBody } from './window-body';

interface WindowDialogProps {
  hall: ManagedHallView;
  /** 'new' for a further window. */
  of?: ServiceWindowView | 'new';
  onSaved: () => Promise<void>;
  onClose: () => void;
}

/** A window: what it serves, who is there when, how much of its time is given out ahead. */
export function WindowDialog({ hall, of, onSaved, onClose }: WindowDialogProps) {
  return (
    <Modal
      title={of === 'new' ? `${hall.name}新增窗口` : of?.label}
      open={of !== undefined}
      onCancel={onClose}
      footer={null}
      width="44rem"
      destroyOnHidden
      mask={{ closable: false }}
    >
      <ShortcutLayer>{of && <WindowForm hall={hall} of={of} onSaved={onSaved} onClose={onClose} />}</ShortcutLayer>
    </Modal>
  );
}

function WindowForm({ hall, of, onSaved, onClose }: Required<WindowDialogProps>) {
  const params = { hallId: hall.id };
  const isNew = of === 'new';
  const categories = useQuery({
    queryKey: ['matterCategories'],
    queryFn: () => api.matters.categories(),
    staleTime: 600_000,
  });
  const {
    version: _,
    windowId,
    ...initial
  } = isNew ? { version: 0, windowId: undefined, ...blank(hall) } : windowBody(of, hall.version);
  const [typed, setTyped] = useState<Partial<WindowBody>>(initial);
  const fixed = windowId ? { windowId } : {};
  const roster = readWeek(typed.roster ?? []);
  const preview = useEffectPreview<WindowBody>(
    windowRules,
    roster && ({ version: hall.version, ...fixed, ...typed, label: typed.label?.trim(), roster } as WindowBody),
    (body): Promise<CapacityEffectView> => api.capacity.previewWindow({ params, body }),
  );
  const tidy = (body: WindowBody): WindowBody => ({ ...body, roster: readWeek(body.roster) ?? body.roster });
  return (
    <RuleForm<WindowBody, ServiceWindowView>
      rules={windowRules}
      initial={initial}
      fixed={fixed}
      version={hall.version}
      onValues={setTyped}
      alsoCheck={(body) =>
        readWeek(body.roster ?? [])
          ? preview.alsoCheck(tidy(body))
          : [{ path: 'roster', message: '每天的时间应写成 08:30-12:00 13:30-17:00，休息留空' }]
      }
      onSubmit={(body, idempotencyKey) => api.capacity.saveWindow({ params, body: tidy(body) }, { idempotencyKey })}
      onDone={async () => {
        await onSaved();
        onClose();
      }}
      submitLabel={isNew ? '新增窗口' : '保存'}
      buttons={<KeyButton label="返回" onClick={onClose} />}
    >
      <RuleField name="label">
        <Input autoFocus={isNew} maxLength={windowRules.label.max} />
      </RuleField>
      <RuleField name="skills" hint="这个窗口办哪些类别的事项；一窗式就全选">
        <Select
          mode="multiple"
          loading={categories.isPending}
          options={categories.data?.map(({ name }) => ({ value: name, label: name }))}
        />
      </RuleField>
      <RuleField
        name="servesComplex"
        hint="排队规则把复杂事项分开时，复杂事项只到打开这一项的窗口"
        valuePropName="checked"
      >
        <Switch />
      </RuleField>
      <RuleField name="bookablePercent" hint="这个窗口的时间有多少用于预约（%），其余留给现场取号">
        <InputNumber />
      </RuleField>
      <RuleField name="roster">
        <WeekHours />
      </RuleField>
      <RuleField name="active" hint="停用后不再排班，不出现在看板上；记录都保留" valuePropName="checked">
        <Switch checkedChildren="启用" unCheckedChildren="停用" />
      </RuleField>
      <EffectPanel preview={preview} />
    </RuleForm>
  );
}

/** A new window follows the hall's week. */
const blank = ({ weekly }: ManagedHallView) => ({
  label: '',
  skills: [] as string[],
  servesComplex: false,
  roster: weekly.map(hoursText),
  bookablePercent: 60,
  active: true,
});
