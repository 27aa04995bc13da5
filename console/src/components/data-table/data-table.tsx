import { Skeleton, Table } from 'antd';
import type { ColumnsType } from 'antd/es/table';
import type { ReactNode } from 'react';
import type { ListState } from '../../api/use-cursor-list';
import { ErrorResult } from '../error-result';
import styles from './data-table.module.css';
import { TableFoot } from './table-foot';
import { TableHead } from './table-head';
import { useRowKeys } from './use-row-keys';
import { useSettledRows } from './use-settled-rows';

export interface DataTableProps<Row extends object> {
  /** What the rows are: 今天的预约. Names the table and its messages. */
  label: string;
  columns: ColumnsType<Row>;
  rowKey: (row: Row) => string;
  list: ListState<Row>;
  /** What to say, and to do, when there is no row. */
  empty: ReactNode;
  /** Filters and acts above the table. */
  toolbar?: ReactNode;
  /** Opens a row: Enter or a click. */
  onOpen?: (row: Row) => void;
  /** Whether there is anything to open behind a row; by default there is. */
  canOpen?: (row: Row) => boolean;
  /** The row that stands open beside the table. */
  openKey?: string;
  /** Where several lists share a screen: the most of its height, in rem; the rows beyond scroll below its head. */
  maxRem?: number;
}

/**
 * A dense list: cursor paging, keyboard rows, live changes that do not move what one reads, and words for empty,
 * loading, failed and the end.
 */
export function DataTable<Row extends object>(props: DataTableProps<Row>) {
  const { label, columns, rowKey, list, empty, toolbar, onOpen, canOpen = () => true, openKey, maxRem } = props;
  const open = (key: string) => {
    const row = settled.shown.find((other) => rowKey(other) === key);
    if (row && canOpen(row)) onOpen?.(row);
  };
  const keyboard = useRowKeys(() => settled.shown.map(rowKey), onOpen && open);
  const settled = useSettledRows(list, rowKey, keyboard.isReading);
  const rowClass = (row: Row) => {
    const key = rowKey(row);
    const marks = [
      onOpen && canOpen(row) && styles.opens,
      key === openKey && styles.open,
      settled.fresh.includes(key) && styles.fresh,
      settled.gone.includes(key) && styles.gone,
    ];
    return marks.filter(Boolean).join(' ');
  };

  return (
    <section aria-label={label} className={styles.box}>
      <TableHead
        label={label}
        toolbar={toolbar}
        list={list}
        waiting={settled.waiting}
        onShowWaiting={settled.showAll}
      />
      {list.error && settled.shown.length === 0 ? (
        <ErrorResult title={`没能读取${label}`} error={list.error} onRetry={list.refresh} />
      ) : (
        <div
          ref={keyboard.box}
          className={styles.table}
          style={maxRem === undefined ? undefined : { maxHeight: `${maxRem}rem`, overflowY: 'auto' }}
          role="presentation"
          onPointerMove={keyboard.onActivity}
          onWheel={keyboard.onActivity}
          onKeyDown={keyboard.onActivity}
        >
          <Table<Row>
            aria-label={label}
            size="small"
            columns={columns}
            rowKey={rowKey}
            dataSource={settled.shown}
            pagination={false}
            rowHoverable={false}
            rowClassName={rowClass}
            onRow={(row) => ({
              ...keyboard.rowProps(rowKey(row)),
              'aria-current': rowKey(row) === openKey ? 'true' : undefined,
            })}
            locale={{ emptyText: list.isLoading ? <Loading /> : <div className={styles.empty}>{empty}</div> }}
          />
          <TableFoot list={list} count={settled.shown.length} />
        </div>
      )}
    </section>
  );
}

function Loading() {
  return (
    <div role="status" aria-label="正在读取" className={styles.loading}>
      <Skeleton title={false} paragraph={{ rows: 7, width: '100%' }} />
    </div>
  );
}
