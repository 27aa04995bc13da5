import { useState } from 'react';
import { Empty, Page, SearchBar } from '@/components';

export default function Matters() {
  const [words, setWords] = useState('');
  return (
    <Page tab title="办事" lead="选一件要办的事，看材料和时限，再预约。">
      <SearchBar label="搜索事项名称" value={words} onChange={setWords} />
      <Empty icon="guide" title="还没有可办的事项" />
    </Page>
  );
}
