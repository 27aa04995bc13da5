import { Button } from 'antd';
import type { ListState } from '../../api/use-cursor-list';
import styles from './data-table.module.css';

interface TableFootProps {
  list: Pick<ListState<unknown>, 'hasMore' | 'isLoadingMore' | 'loadMore' | 'isLoading'>;
  count: number;
}

/** The end of a list: more to load, or that this is all. */
export function TableFoot({ list, count }: TableFootProps) {
  if (list.isLoading || count === 0) return null;
  return (
    <div className={styles.foot}>
      {list.hasMore ? (
        <>
          已显示 {count} 条
          <Button size="small" loading={list.isLoadingMore} onClick={list.loadMore}>
            加载更多
          </Button>
        </>
      ) : (
        `共 ${count} 条，已全部显示`
      )}
    </div>
  );
}
