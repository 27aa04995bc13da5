import { useQueryClient } from '@tanstack/react-query';
import { type CalendarView, type ImportCalendarBody, importCalendarRules } from '@yiyun/shared';
import { Input, Modal } from 'antd';
import { useState } from 'react';
import { api } from '../../../api/client';
import { Done } from '../../../components/done';
import { RuleField, RuleForm } from '../../../forms/rule-form';
import { ShortcutLayer } from '../../../shortcuts/use-shortcut';
import styles from './calendar.module.css';
import { sayEnd } from './year-plan';

const example = '2027-01-01 休 元旦\n2027-02-06 休 春节\n2027-02-20 班 春节调休';

/** Continues the calendar: the announced days, one a line. A wrong line is named, and what was typed stays. */
export function ImportDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const client = useQueryClient();
  const [imported, setImported] = useState<CalendarView>();
  const close = () => {
    setImported(undefined);
    onClose();
  };
  return (
    <Modal
      title="导入放假安排"
      open={open}
      onCancel={close}
      footer={null}
      width="44rem"
      destroyOnHidden
      mask={{ closable: false }}
    >
      <ShortcutLayer>
        {imported ? (
          <Done title="已导入">{sayEnd(imported)}新的预约时段会按这份日历生成。</Done>
        ) : (
          <RuleForm<ImportCalendarBody, CalendarView>
            rules={importCalendarRules}
            onSubmit={(body, idempotencyKey) => api.halls.importCalendar({ body }, { idempotencyKey })}
            onDone={(calendar) => {
              setImported(calendar);
              return client.invalidateQueries({ queryKey: ['calendar'] });
            }}
            submitLabel="导入"
          >
            <RuleField
              name="text"
              hint="一天一行：日期、“休”或“班”、名称，用空格隔开。没有写到的日子按平常的周一到周五上班。"
            >
              <Input.TextArea autoFocus rows={8} className={styles.lines} placeholder={example} spellCheck={false} />
            </RuleField>
            <RuleField name="coversUntilOn" hint="这份安排管到哪一天，通常是 12 月 31 日">
              <Input type="date" className={styles.date} />
            </RuleField>
            <RuleField name="source" hint="例如：国务院办公厅关于2027年部分节假日安排的通知">
              <Input />
            </RuleField>
          </RuleForm>
        )}
      </ShortcutLayer>
    </Modal>
  );
}
