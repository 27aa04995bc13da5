import { Button, Skeleton } from 'antd';
import { lazy, type ReactNode, Suspense, useId, useState } from 'react';
import styles from './chart.module.css';
import type { ChartData, ChartPoint } from './chart-data';
import { ChartTable } from './chart-table';

const EChartsView = lazy(() => import('./echarts-view'));

export interface ChartProps {
  /** The question that the chart answers; its heading. */
  question: string;
  /** The answer in one sentence, so that nobody has to read the drawing. */
  answer: ReactNode;
  data: ChartData;
  /** Opens the records behind a point. */
  onDrill?: (point: ChartPoint) => void;
  /** Height of the drawing in rem. */
  height?: number;
}

/** A question, its answer, the drawing, and the same numbers as a table for those who read or use the keyboard. */
export function Chart({ question, answer, data, onDrill, height = 18 }: ChartProps) {
  const [isTable, setTable] = useState(false);
  const id = useId();
  return (
    <section className={styles.box} aria-labelledby={id}>
      <header className={styles.head}>
        <div>
          <h2 id={id}>{question}</h2>
          <p>{answer}</p>
        </div>
        <Button size="small" onClick={() => setTable(!isTable)}>
          {isTable ? '查看图形' : '查看数据表'}
        </Button>
      </header>
      <div style={{ height: `${height}rem` }}>
        {isTable ? (
          <ChartTable label={question} data={data} onDrill={onDrill} />
        ) : (
          <Suspense fallback={<Skeleton active={false} />}>
            <EChartsView label={`${question}图形，数据可用“查看数据表”阅读`} data={data} onDrill={onDrill} />
          </Suspense>
        )}
      </div>
    </section>
  );
}
