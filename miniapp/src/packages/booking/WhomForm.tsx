import type { MeView } from '@yiyun/shared';
import { Button, Cell, ChoiceList, ErrorSummary } from '@/components';
import { go } from '@/lib/go';
import { useMissing } from '@/lib/use-missing';
import { whomChoices } from './for-whom';

interface WhomFormProps {
  me: MeView;
  value: string;
  onChange: (taxpayerId: string) => void;
  onContinue: () => void;
}

/** For oneself, an enterprise or a person who agreed to it, and how to add one. */
export function WhomForm({ me, value, onChange, onContinue }: WhomFormProps) {
  const missing = useMissing('taxpayerId', '请选择为谁办理', value !== '');
  return (
    <>
      <ErrorSummary errors={missing.errors} attempt={missing.attempt} />
      <ChoiceList
        id="taxpayerId"
        label="为谁办理？"
        unseenLabel
        value={value}
        choices={whomChoices(me)}
        onChange={onChange}
        error={missing.error}
      />
      <Button id="whom-next" onPress={() => missing.check() && onContinue()}>
        继续
      </Button>
      <Cell
        id="add-proxy"
        icon="user"
        title="替家人、朋友办"
        note="请他读出手机上收到的验证码就可以"
        onPress={() => go('account/proxy')}
      />
      <Cell
        id="add-enterprise"
        icon="company"
        title="替企业办"
        note="绑定企业后可以选"
        onPress={() => go('account/bind')}
      />
    </>
  );
}
