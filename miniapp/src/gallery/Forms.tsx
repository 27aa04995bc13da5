import { useState } from 'react';
import { Button, Checkbox, ChoiceList, ErrorSummary, Field, SearchBar, Steps, TextArea } from '@/components';

export function Forms() {
  const [attempt, setAttempt] = useState(0);
  const [words, setWords] = useState('');
  const [phone, setPhone] = useState('');
  const [hall, setHall] = useState<'east' | 'west' | 'south'>();
  const [agreed, setAgreed] = useState(false);
  const errors =
    attempt === 0
      ? []
      : [
          !phone && { fieldId: 'phone', message: '请填写 11 位手机号' },
          !hall && { fieldId: 'hall', message: '请选择办税服务厅' },
          !agreed && { fieldId: 'agreed', message: '请先阅读并同意隐私政策' },
        ].filter((error) => error !== false);
  const errorOf = (id: string) => errors.find((error) => error.fieldId === id)?.message;
  return (
    <>
      <Steps names={['选事项', '选时间', '填信息', '核对']} current={2} />
      <ErrorSummary errors={errors} attempt={attempt} />
      <SearchBar label="搜索事项名称" value={words} onChange={setWords} />
      <Field
        id="phone"
        kind="phone"
        label="手机号"
        hint="用来接收预约结果"
        value={phone}
        onChange={setPhone}
        error={errorOf('phone')}
      />
      <ChoiceList
        id="hall"
        label="在哪个办税服务厅办？"
        value={hall}
        onChange={setHall}
        error={errorOf('hall')}
        choices={[
          { value: 'east', label: '鄞州区办税服务厅', note: '今天 09:00–17:00 · 2.1 公里' },
          { value: 'west', label: '东钱湖办税服务厅', note: '今天 09:00–12:00 · 11 公里' },
          { value: 'south', label: '姜山办税服务点', note: '今天休息', disabled: true },
        ]}
      />
      <TextArea id="note" label="还想说明什么？" optional value={words} onChange={setWords} />
      <Checkbox
        id="agreed"
        label="我已阅读并同意隐私政策"
        checked={agreed}
        onChange={setAgreed}
        error={errorOf('agreed')}
      />
      <Button onPress={() => setAttempt(attempt + 1)}>继续</Button>
      <Button kind="secondary" icon="phone">
        拨打 12366
      </Button>
      <Button kind="danger">退出登录</Button>
      <Button busy busyText="正在提交…">
        提交预约
      </Button>
      <Button disabled>提交预约</Button>
      <Button kind="text">暂不登录，先看看</Button>
    </>
  );
}
