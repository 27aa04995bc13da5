import { useState } from 'react';
import { asFailure } from '../../api/errors';
import { ErrorResult } from '../../components/error-result';
import { useMatters } from '../counter/matters/use-matters';
import styles from './kiosk.module.css';
import { MAX_MATTERS, toggle } from './kiosk-steps';
import { Question } from './question';

interface MattersStepProps {
  chosen: string[];
  onChange: (chosen: string[]) => void;
  onDone: () => void;
}

/** What one comes for: a category, then one or several matters of it. */
export function MattersStep({ chosen, onChange, onDone }: MattersStepProps) {
  const matters = useMatters();
  const [category, setCategory] = useState<string>();
  const all = matters.data ?? [];
  const categories = [...new Set(all.map((matter) => matter.category))];
  const shown = all.filter((matter) => matter.category === category);
  const names = chosen.map((id) => all.find((matter) => matter.id === id)?.name).filter(Boolean);
  return (
    <>
      <Question hint={`可以选几件，最多 ${MAX_MATTERS} 件，一个号一起办`}>您要办什么？</Question>
      {matters.error && (
        <ErrorResult
          title="没能读取事项，请找导税台"
          error={asFailure(matters.error)}
          onRetry={() => void matters.refetch()}
        />
      )}
      <div className={styles.matters}>
        <div className={styles.categories}>
          {categories.map((name) => (
            <button key={name} type="button" aria-pressed={name === category} onClick={() => setCategory(name)}>
              {name}
            </button>
          ))}
        </div>
        <div className={styles.choices}>
          {category === undefined && <p>请先在左边选一类。</p>}
          {shown.map(({ id, name }) => (
            <button
              key={id}
              type="button"
              aria-pressed={chosen.includes(id)}
              onClick={() => onChange(toggle(chosen, id))}
            >
              {name}
            </button>
          ))}
        </div>
      </div>
      <div className={styles.bar}>
        <span>{names.length === 0 ? '还没有选' : `已选：${names.join('、')}`}</span>
        <button type="button" className={styles.go} disabled={chosen.length === 0} onClick={onDone}>
          选好了
        </button>
      </div>
    </>
  );
}
