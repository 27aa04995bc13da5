import { useQuery } from '@tanstack/react-query';
import { api } from '@/api/client';
import { Button, Empty, Loaded, Section } from '@/components';
import { go } from '@/lib/go';
import { AnswerCell } from './AnswerCell';

/** What one search found. Each is asked once: the office learns from searches what people look for. */
export function FoundAnswers({ words }: { words: string }) {
  const query = useQuery({
    queryKey: ['answer-search', words],
    queryFn: () => api.help.search({ query: { q: words } }),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const ask = () => go('help/ask', { text: words });
  return (
    <Loaded query={query} rows={5}>
      {(found) =>
        found.length === 0 ? (
          <Empty icon="search" title={`没有找到“${words}”的答案`} note="换个说法试试，或者直接问工作人员。">
            <Button id="ask-instead" onPress={ask}>
              去提问
            </Button>
          </Empty>
        ) : (
          <Section title={`找到${found.length}条`}>
            {found.map((answer) => (
              <AnswerCell key={answer.id} answer={answer} />
            ))}
            <Button kind="secondary" id="ask-instead" onPress={ask}>
              没有我要的，去提问
            </Button>
          </Section>
        )
      }
    </Loaded>
  );
}
