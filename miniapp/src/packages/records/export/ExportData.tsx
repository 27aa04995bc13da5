import type { PersonalDataExport } from '@yiyun/shared';
import { useState } from 'react';
import { api } from '@/api/client';
import { useAct } from '@/api/use-act';
import { Button, NoticeBar, Section, SummaryList } from '@/components';
import { dateOf, sayExactly } from '@/lib/time';
import { saveFile } from '@/platform/save-file';
import { toast } from '@/state/toast';

/** Gathers the data, says what is in it, and lets the person keep it as a file. */
export function ExportData() {
  const [data, setData] = useState<PersonalDataExport>();
  const [unsaved, setUnsaved] = useState(false);
  const gather = useAct((_: undefined) => api.identity.exportMe(), { onDone: setData });
  if (!data) {
    return (
      <>
        <NoticeBar text="文件里有您的姓名和手机号。请保存在只有您能打开的地方。" />
        {gather.problem && <NoticeBar tone="error" text={gather.problem} />}
        <Button id="export-gather" busy={gather.busy} busyText="正在整理…" onPress={() => gather.run(undefined)}>
          整理我的数据
        </Button>
      </>
    );
  }
  const save = () => {
    setUnsaved(false);
    saveFile(`办税服务-我的数据-${dateOf(data.exportedAt)}.json`, JSON.stringify(data, null, 2)).then(
      () => toast('文件已交给您保存'),
      (error: unknown) => {
        console.warn('the export was not kept', error);
        setUnsaved(true);
      },
    );
  };
  return (
    <Section title="已整理好">
      <SummaryList
        rows={[
          { label: '整理时间', value: sayExactly(data.exportedAt) },
          { label: '账户', value: data.me.citizen.name || '没有填写姓名' },
          ...data.sections.map(({ title, rows }) => ({ label: title, value: `${rows.length}条` })),
        ]}
      />
      {unsaved && <NoticeBar tone="attention" text="没有保存。需要时可以再按一次。" />}
      <Button id="export-save" onPress={save}>
        保存为文件
      </Button>
    </Section>
  );
}
