import { View } from '@tarojs/components';
import { a11y } from '@/lib/a11y';
import { useToast } from '@/state/toast';
import './ToastHost.scss';

/** Where `toast()` shows and speaks. The live region stands in the page before there is anything to say. */
export function ToastHost() {
  const message = useToast((state) => state.message);
  return (
    <View className="toast-host" {...a11y({ role: 'status', live: 'polite' })}>
      {message && (
        <View key={message.serial} className="toast-host__message">
          {message.text}
        </View>
      )}
    </View>
  );
}
