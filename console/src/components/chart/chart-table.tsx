import { Button } from 'antd';
import styles from './chart.module.css';
import type { ChartData, ChartPoint } from './chart-data';

interface ChartTableProps {
  label: string;
  data: ChartData;
  onDrill?: (point: ChartPoint) => void;
}

/** The same numbers as a table; each opens the records behind it, as in the drawing. */
export function ChartTable({ label, data, onDrill }: ChartTableProps) {
  const cell = (value: number | null, point: ChartPoint, name: string) => {
    if (value === null) return '不详';
    if (!onDrill) return value;
    return (
      <Button
        type="link"
        size="small"
        aria-label={`${name}：${value} ${data.unit}，查看记录`}
        onClick={() => onDrill(point)}
      >
        {value}
      </Button>
    );
  };
  return (
    <div className={styles.scroll}>
      <table className={styles.table} aria-label={label}>
        <thead>
          <tr>
            <th scope="col">{data.categoryName}</th>
            {data.series.map(({ name }) => (
              <th key={name} scope="col" className={styles.number}>
                {name}（{data.unit}）
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {data.categories.map((category, row) => (
            <tr key={category}>
              <th scope="row">{category}</th>
              {data.series.map(({ name, values }, column) => (
                <td key={name} className={styles.number}>
                  {cell(values[row] ?? null, { category: row, series: column }, `${category} ${name}`)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
