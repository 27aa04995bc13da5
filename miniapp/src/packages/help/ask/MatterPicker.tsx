import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '@/api/client';
import { Button, Cell, Empty, Loaded, SearchBar, Section } from '@/components';
import { useSettled } from '@/lib/use-settled';

const SHOWN = 6;

interface MatterPickerProps {
  /** Name of the matter the question is about. */
  chosen: string | undefined;
  onChoose: (matter: { id: string; name: string } | undefined) => void;
}

/** Which matter a question is about, for whoever knows. */
export function MatterPicker({ chosen, onChoose }: MatterPickerProps) {
  const [open, setOpen] = useState(false);
  if (open) {
    return (
      <Section title="和哪件事有关？（选填）" more={{ text: '不选了', onPress: () => setOpen(false) }}>
        <Matters
          onChoose={(matter) => {
            onChoose(matter);
            setOpen(false);
          }}
        />
      </Section>
    );
  }
  return (
    <>
      <Cell
        id="ask-matter"
        icon="guide"
        title="和哪件事有关？（选填）"
        note={chosen ?? '选了更容易找对人解答'}
        value={chosen ? '更改' : '去选'}
        onPress={() => setOpen(true)}
      />
      {chosen && (
        <Button kind="text" id="ask-matter-clear" onPress={() => onChoose(undefined)}>
          不选事项
        </Button>
      )}
    </>
  );
}

function Matters({ onChoose }: { onChoose: (matter: { id: string; name: string }) => void }) {
  const [words, setWords] = useState('');
  const q = useSettled(words.trim());
  const query = useQuery({
    queryKey: ['matter-choice', q],
    queryFn: () => api.matters.list({ query: { q, limit: SHOWN } }),
  });
  return (
    <>
      <SearchBar id="ask-matter-search" label="搜索事项名称" value={words} onChange={setWords} />
      <Loaded query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty icon="search" title="没有找到这件事" note="不选也可以提问。" />
          ) : (
            items.map(({ id, name }) => (
              <Cell key={id} id={`ask-matter-${id}`} title={name} onPress={() => onChoose({ id, name })} />
            ))
          )
        }
      </Loaded>
    </>
  );
}
