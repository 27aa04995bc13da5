import { View } from '@tarojs/components';
import { a11y } from '@/lib/a11y';
import { Button } from '../actions/Button';
import { Icon } from '../media/Icon';
import './Empty.scss';

interface ErrorStateProps {
  title?: string;
  /** What became of one's answers, and whom to call. */
  note?: string;
  retrying?: boolean;
  onRetry?: () => void;
}

/** Something could not be fetched: what that means, and the way to try again. */
export function ErrorState(props: ErrorStateProps) {
  const { title = '没有加载出来', note = '可能是网络不稳定。也可以拨打 12366 咨询。', retrying, onRetry } = props;
  return (
    <View className="empty" {...a11y({ role: 'alert' })}>
      <Icon name="info" size="large" className="empty__icon" />
      <View className="empty__title">{title}</View>
      <View className="empty__note">{note}</View>
      {onRetry && (
        <View className="empty__act">
          <Button kind="secondary" busy={retrying} busyText="正在重试…" onPress={onRetry}>
            重新加载
          </Button>
        </View>
      )}
    </View>
  );
}
