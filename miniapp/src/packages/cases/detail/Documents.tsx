import type { CaseDocumentView } from '@yiyun/shared';
import { Cell, Section, Status } from '@/components';

/** What was handed over at the counter, and what was not. */
export function Documents({ documents }: { documents: CaseDocumentView[] }) {
  if (documents.length === 0) return null;
  return (
    <Section title="材料">
      {documents.map(({ name, required, received }) => (
        <Cell
          key={name}
          title={name}
          note={required ? undefined : '部分情形需要'}
          value={<Status tone={received ? 'done' : 'off'}>{received ? '已收' : '未收'}</Status>}
        />
      ))}
    </Section>
  );
}
