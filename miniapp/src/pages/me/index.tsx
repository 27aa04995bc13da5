import { Checkbox, Page, Section } from '@/components';
import { useSettings } from '@/state/settings';

export default function Me() {
  const { elder, setElder } = useSettings();
  return (
    <Page tab title="我的">
      <Section title="显示">
        <Checkbox label="长辈版" note="字更大，每页内容更少" checked={elder} onChange={setElder} />
      </Section>
    </Page>
  );
}
