import { useNavigate } from 'react-router';
import { KeyButton } from '../../../components/key-button';
import { Page } from '../../../layout/page';
import { useHall } from '../../../session/hall';
import styles from './desk.module.css';
import { ReconcilePanel } from './reconcile-panel';
import { ReservePanel } from './reserve-panel';

/** For a power cut: numbers on paper set aside before, and told to the system afterwards. */
export function PaperPage() {
  const hall = useHall();
  const navigate = useNavigate();
  return (
    <Page
      title="纸质号"
      lead="停电、断网时用纸叫号；恢复后补录，等候和办理时间照样算进当天"
      actions={<KeyButton label="返回导税台" combo="escape" onClick={() => void navigate('/counter/desk')} />}
    >
      <div className={styles.two}>
        <ReservePanel hallId={hall.id} hallName={hall.name} />
        <ReconcilePanel hallId={hall.id} />
      </div>
    </Page>
  );
}
