import { MAX_FURTHER_MATTERS, type MatterSummaryView } from '@yiyun/shared';
import { useState } from 'react';
import { api } from '@/api/client';
import { usePages } from '@/api/use-pages';
import { BottomBar, Button, Cell, Empty, NoticeBar, Page, Paged, SearchBar, Section } from '@/components';
import { goBackOrHome, goBackTo } from '@/lib/go';
import { useSettled } from '@/lib/use-settled';
import { noTime, useBookingDraft } from '../booking-draft';
import { useMatters } from '../use-matters';

/** Several matters in one visit: each takes a slot after the one before, so the time is chosen anew. */
export default function FurtherMatters() {
  const draft = useBookingDraft();
  const { matterId, furtherMatterIds: chosen, hallId } = draft.value;
  const [first, ...further] = useMatters([matterId, ...chosen]);
  const full = chosen.length >= MAX_FURTHER_MATTERS;
  const change = (furtherMatterIds: string[]) => draft.update({ furtherMatterIds, ...noTime });
  const proceed = () => (hallId === '' ? goBackOrHome() : goBackTo('booking/time', { matterId, hallId }));
  return (
    <Page
      title="这次还要办什么？"
      lead="几件事排在相连的时段里，一次来办完。"
      bottom={
        <BottomBar>
          <Button id="further-done" onPress={proceed}>
            {chosen.length === 0 ? '只办这一件' : `一共${chosen.length + 1}件，选好了`}
          </Button>
        </BottomBar>
      }
    >
      <Section title="要办的事">
        {first && <Cell title={first.name} note="第一件" />}
        {further.map(({ id, name }) => (
          <Cell
            key={id}
            id={`remove-${id}`}
            title={name}
            value="不办了"
            onPress={() => change(chosen.filter((other) => other !== id))}
          />
        ))}
      </Section>
      {full ? (
        <NoticeBar text={`一次最多办${MAX_FURTHER_MATTERS + 1}件。再多请分开预约。`} />
      ) : (
        <Find taken={[matterId, ...chosen]} onAdd={({ id }) => change([...chosen, id])} />
      )}
    </Page>
  );
}

function Find({ taken, onAdd }: { taken: string[]; onAdd: (matter: MatterSummaryView) => void }) {
  const [typed, setTyped] = useState('');
  const q = useSettled(typed.trim());
  const pages = usePages(['matter-list', q, 'further'], (cursor) =>
    api.matters.list({ query: { cursor, ...(q && { q }) } }),
  );
  return (
    <Section title="再加一件">
      <SearchBar id="find-further" label="搜索事项名称" value={typed} onChange={setTyped} />
      <Paged pages={pages} id="further" empty={<Empty icon="search" title="没有找到" note="换一个说法再试。" />}>
        {(list) =>
          list
            .filter(({ id, counterAvailable }) => counterAvailable && !taken.includes(id))
            .map((matter) => (
              <Cell
                key={matter.id}
                id={`add-${matter.id}`}
                icon="plus"
                title={matter.name}
                note={`${matter.category} · 点一下加上`}
                onPress={() => onAdd(matter)}
              />
            ))
        }
      </Paged>
    </Section>
  );
}
