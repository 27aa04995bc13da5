import { View } from '@tarojs/components';
import { a11y } from '@/lib/a11y';
import { useNetwork } from '@/state/network';
import { Icon } from '../media/Icon';
import './OfflineBanner.scss';

/** Says that there is no network and that nothing typed is lost; always in the page, so that its coming is spoken. */
export function OfflineBanner() {
  const online = useNetwork((network) => network.online);
  return (
    <View {...a11y({ role: 'status', live: 'polite' })}>
      {!online && (
        <View className="offline-banner">
          <Icon name="offline" size="small" />
          <View className="offline-banner__text">现在没有网络。您填写的内容都会保留，恢复后可以继续。</View>
        </View>
      )}
    </View>
  );
}
