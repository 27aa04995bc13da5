import { useState } from 'react';
import { Button, Page, SearchBar } from '@/components';
import { useParam } from '@/lib/use-param';
import { AllAnswers } from './AllAnswers';
import { FoundAnswers } from './FoundAnswers';

/** What has been answered already, to search or to leaf through. */
export default function Knowledge() {
  const [words, setWords] = useState(useParam('q'));
  const [searched, setSearched] = useState(words);
  const search = () => setSearched(words.trim());
  const change = (next: string) => {
    setWords(next);
    if (next === '') setSearched('');
  };
  return (
    <Page title="常见问题">
      <SearchBar id="search" label="搜索问题，例如 领发票" value={words} onChange={change} onSearch={search} />
      {words.trim() !== '' && words.trim() !== searched && (
        <Button id="search-go" icon="search" onPress={search}>
          搜索
        </Button>
      )}
      {searched ? <FoundAnswers words={searched} /> : <AllAnswers />}
    </Page>
  );
}
