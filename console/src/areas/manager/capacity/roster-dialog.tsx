import {
  type CapacityEffectView,
  type ManagedHallView,
  type OrdinaryDayBody,
  rosterExceptionRules,
  type ServiceWindowView,
  versionRules,
  type WindowBody,
  weekdayOf,
  windowRules,
} from '@yiyun/shared';
import { Modal } from 'antd';
import { useState } from 'react';
import { api } from '../../../api/client';
import { useSubmit } from '../../../api/use-submit';
import { Choice } from '../../../components/choice';
import { ErrorResult } from '../../../components/error-result';
import { KeyButton } from '../../../components/key-button';
import { RuleField, RuleForm } from '../../../forms/rule-form';
import { useNow } from '../../../lib/clock';
import { saidDate } from '../../../lib/time';
import { ShortcutLayer } from '../../../shortcuts/use-shortcut';
import { EffectPanel } from './effect-panel';
import { hoursText, readHours } from './hours';
import { HoursInput } from './hours-field';
import { useEffectPreview } from './use-effect-preview';
import { windowBody } from './window-body';

/** What is changed: one window on one day, with the hours to which it was dragged. */
export interface RosterChange {
  window: ServiceWindowView;
  on: string;
  hours: string;
  isException: boolean;
}

interface RosterDialogProps {
  hall: ManagedHallView;
  change?: RosterChange;
  onSaved: () => Promise<void>;
  onClose: () => void;
}

/** Other hours of a window, for one day or for this day of every week, with what that does. */
export function RosterDialog({ hall, change, onSaved, onClose }: RosterDialogProps) {
  const now = useNow();
  return (
    <Modal
      title={change && `${change.window.label} ${saidDate(change.on, now)}的值班`}
      open={change !== undefined}
      onCancel={onClose}
      footer={null}
      width="40rem"
      destroyOnHidden
      mask={{ closable: false }}
    >
      <ShortcutLayer>
        {change && <RosterForm hall={hall} change={change} onSaved={onSaved} onClose={onClose} />}
      </ShortcutLayer>
    </Modal>
  );
}

type Scope = 'day' | 'weekly';
const rules = { ...versionRules, hours: { ...rosterExceptionRules.hours, pattern: undefined } } as const;
interface Typed {
  version: number;
  hours?: string;
}

const WEEKDAYS = ['周一', '周二', '周三', '周四', '周五', '周六', '周日'];

function RosterForm({ hall, change, onSaved, onClose }: Required<RosterDialogProps>) {
  const { window, on, isException } = change;
  const params = { hallId: hall.id };
  const [scope, setScope] = useState<Scope>('day');
  const [typed, setTyped] = useState(change.hours);
  const weekday = weekdayOf(on) - 1;
  const hours = readHours(typed);
  const dayBody = (version: number, text: string) => ({
    version,
    windowId: window.id,
    on,
    ...(text && { hours: text }),
  });
  const weekBody = (version: number, text: string): WindowBody => ({
    ...windowBody(window, version),
    roster: window.roster.map((day, index) => (index === weekday ? text : hoursText(day))),
  });
  const body = (version: number, text: string) => (scope === 'day' ? dayBody(version, text) : weekBody(version, text));
  const preview = useEffectPreview<object>(
    scope === 'day' ? rosterExceptionRules : windowRules,
    hours && body(hall.version, hoursText(hours)),
    (tried): Promise<CapacityEffectView> =>
      scope === 'day'
        ? api.capacity.previewRosterException({ params, body: tried as ReturnType<typeof dayBody> })
        : api.capacity.previewWindow({ params, body: tried as WindowBody }),
  );
  const textOf = ({ hours: text = '' }: Typed) => hoursText(readHours(text) ?? []);
  return (
    <>
      <Choice
        label="改多久"
        value={scope}
        options={[
          { value: 'day', label: '只改这一天' },
          { value: 'weekly', label: `以后每个${WEEKDAYS[weekday]}` },
        ]}
        onChange={setScope}
      />
      <RuleForm<Typed, unknown>
        rules={rules}
        initial={{ hours: change.hours }}
        version={hall.version}
        onValues={({ hours: text = '' }) => setTyped(text)}
        alsoCheck={(sent) =>
          readHours(sent.hours ?? '')
            ? preview.alsoCheck(body(sent.version, textOf(sent)))
            : [{ path: 'hours', message: '时间应写成 08:30-12:00 13:30-17:00' }]
        }
        onSubmit={(sent, idempotencyKey) =>
          scope === 'day'
            ? api.capacity.setRosterException({ params, body: dayBody(sent.version, textOf(sent)) }, { idempotencyKey })
            : api.capacity.saveWindow({ params, body: weekBody(sent.version, textOf(sent)) }, { idempotencyKey })
        }
        onDone={async () => {
          await onSaved();
          onClose();
        }}
        submitLabel="保存"
        buttons={
          <>
            {isException && scope === 'day' && (
              <Ordinary
                hallId={hall.id}
                body={{ version: hall.version, on, windowId: window.id }}
                onDone={onSaved}
                onClose={onClose}
              />
            )}
            <KeyButton label="返回" onClick={onClose} />
          </>
        }
      >
        <RuleField name="hours" label="值班时间" hint="例如 08:30-12:00 13:30-17:00；留空就是这天不值班">
          <HoursInput autoFocus />
        </RuleField>
        <EffectPanel preview={preview} />
      </RuleForm>
    </>
  );
}

interface OrdinaryProps {
  hallId: string;
  body: OrdinaryDayBody;
  onDone: () => Promise<void>;
  onClose: () => void;
}

/** Takes an exception back: the day is as every week. */
export function Ordinary({ hallId, body, onDone, onClose }: OrdinaryProps) {
  const act = useSubmit(
    (sent: OrdinaryDayBody, idempotencyKey) =>
      api.capacity.setOrdinaryDay({ params: { hallId }, body: sent }, { idempotencyKey }),
    {
      onDone: async () => {
        await onDone();
        onClose();
      },
    },
  );
  return (
    <>
      <KeyButton label="恢复平常安排" loading={act.isPending} onClick={() => act.mutate(body)} />
      {act.error && <ErrorResult title="没能恢复平常安排" error={act.error} />}
    </>
  );
}
