import type { AppointmentMatterView } from '@yiyun/shared';
import { Cell, NoticeBar, Section } from '@/components';

/** What to bring, each document once however many matters ask for it. */
export function Bring({ matters }: { matters: readonly AppointmentMatterView[] }) {
  const names = Array.from(new Set(matters.flatMap(({ supportingDocuments }) => supportingDocuments)));
  return (
    <Section title="带什么材料">
      {names.length === 0 ? (
        <NoticeBar text="不用带材料。" />
      ) : (
        names.map((name) => <Cell key={name} icon="document" title={name} />)
      )}
    </Section>
  );
}
