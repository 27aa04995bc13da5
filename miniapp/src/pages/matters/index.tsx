import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '@/api/client';
import { usePages } from '@/api/use-pages';
import { Button, Cell, Empty, Loaded, Page, SearchBar } from '@/components';
import { go } from '@/lib/go';
import { useSettled } from '@/lib/use-settled';
import { CategoryRow } from './CategoryRow';

export default function Matters() {
  const [words, setWords] = useState('');
  const [category, setCategory] = useState<string>();
  const q = useSettled(words.trim());
  const categories = useQuery({ queryKey: ['matter-categories'], queryFn: () => api.matters.categories() });
  const { query, more, hasMore, loadingMore } = usePages(['matter-list', q, category], (cursor) =>
    api.matters.list({ query: { q, category, cursor, limit: 30 } }),
  );
  return (
    <Page tab title="办事" lead="选一件要办的事，看材料和时限，再预约。">
      <SearchBar label="搜索事项名称" value={words} onChange={setWords} />
      {categories.data && <CategoryRow categories={categories.data} value={category} onChange={setCategory} />}
      <Loaded query={query} rows={8}>
        {(matters) =>
          matters.length === 0 ? (
            <Empty icon="search" title="没有找到这件事" note="换个说法试试，或者直接提问。">
              <Button kind="secondary" onPress={() => go('help/ask')}>
                去提问
              </Button>
            </Empty>
          ) : (
            <>
              {matters.map(({ id, name, category: kind, onlineAvailable, promisedWorkingDays }) => (
                <Cell
                  key={id}
                  id={`matter-${id}`}
                  title={name}
                  note={[kind, daysText(promisedWorkingDays), onlineAvailable && '可网上办']
                    .filter(Boolean)
                    .join(' · ')}
                  onPress={() => go('booking/matter', { matterId: id })}
                />
              ))}
              {hasMore && (
                <Button kind="text" busy={loadingMore} onPress={more}>
                  显示更多事项
                </Button>
              )}
            </>
          )
        }
      </Loaded>
    </Page>
  );
}

const daysText = (days: number | null): string | undefined =>
  days === null ? undefined : days <= 1 ? '即时办结' : `${days}个工作日内办结`;
