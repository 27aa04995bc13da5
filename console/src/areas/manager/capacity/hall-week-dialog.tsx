import { type CapacityEffectView, type HallWeekBody, hallWeekRules, type ManagedHallView } from '@yiyun/shared';
import { Modal } from 'antd';
import { useState } from 'react';
import { api } from '../../../api/client';
import { KeyButton } from '../../../components/key-button';
import { RuleField, RuleForm } from '../../../forms/rule-form';
import { ShortcutLayer } from '../../../shortcuts/use-shortcut';
import { EffectPanel } from './effect-panel';
import { hoursText, readWeek } from './hours';
import { WeekHours } from './hours-field';
import { useEffectPreview } from './use-effect-preview';

interface HallWeekDialogProps {
  hall: ManagedHallView;
  open: boolean;
  onSaved: () => Promise<void>;
  onClose: () => void;
}

/** The ordinary week of a hall. */
export function HallWeekDialog({ hall, open, onSaved, onClose }: HallWeekDialogProps) {
  return (
    <Modal
      title={`${hall.name}每周办公时间`}
      open={open}
      onCancel={onClose}
      footer={null}
      width="40rem"
      destroyOnHidden
      mask={{ closable: false }}
    >
      <ShortcutLayer>
        <HallWeekForm hall={hall} onSaved={onSaved} onClose={onClose} />
      </ShortcutLayer>
    </Modal>
  );
}

function HallWeekForm({ hall, onSaved, onClose }: Omit<HallWeekDialogProps, 'open'>) {
  const params = { hallId: hall.id };
  const [weekly, setWeekly] = useState(hall.weekly.map(hoursText));
  const tried = readWeek(weekly);
  const preview = useEffectPreview<HallWeekBody>(
    hallWeekRules,
    tried && { version: hall.version, weekly: tried },
    (body): Promise<CapacityEffectView> => api.capacity.previewWeek({ params, body }),
  );
  const tidy = (body: HallWeekBody): HallWeekBody => ({ ...body, weekly: readWeek(body.weekly) ?? body.weekly });
  return (
    <RuleForm<HallWeekBody, CapacityEffectView>
      rules={hallWeekRules}
      initial={{ weekly }}
      version={hall.version}
      onValues={(values) => setWeekly(values.weekly)}
      alsoCheck={(body) =>
        readWeek(body.weekly)
          ? preview.alsoCheck(tidy(body))
          : [{ path: 'weekly', message: '每天的时间应写成 08:30-12:00 13:30-17:00，休息留空' }]
      }
      onSubmit={(body, idempotencyKey) => api.capacity.setWeek({ params, body: tidy(body) }, { idempotencyKey })}
      onDone={async () => {
        await onSaved();
        onClose();
      }}
      submitLabel="保存"
      buttons={<KeyButton label="返回" onClick={onClose} />}
    >
      <RuleField name="weekly" hint="节假日和调休按工作日历；个别日子在号源日历里改">
        <WeekHours />
      </RuleField>
      <EffectPanel preview={preview} />
    </RuleForm>
  );
}
