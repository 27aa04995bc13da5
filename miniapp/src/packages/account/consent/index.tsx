import { useQuery } from '@tanstack/react-query';
import { View } from '@tarojs/components';
import { api } from '@/api/client';
import { useAct } from '@/api/use-act';
import { BottomBar, Button, Loaded, NoticeBar, Page } from '@/components';
import { goBackOrHome, goInstead } from '@/lib/go';
import { missingStep, pageOfStep, useMe, useMeUpdate } from '@/session/use-me';
import './index.scss';

export default function Consent() {
  const terms = useQuery({ queryKey: ['privacy-terms'], queryFn: () => api.identity.privacyTerms() });
  const me = useMe();
  const showMe = useMeUpdate();
  const agree = useAct((version: string, key) => api.identity.consent({ body: { version } }, key), {
    onDone: (next) => {
      showMe(next);
      const step = missingStep(next);
      if (step) goInstead(pageOfStep(step));
      else goBackOrHome();
    },
    onProblem: () => void terms.refetch(),
  });
  const asked = me.data !== undefined && me.data.consentVersion !== me.data.requiredConsentVersion;
  const version = terms.data?.version;
  const bottom = asked && version && (
    <BottomBar>
      <Button id="agree" busy={agree.busy} onPress={() => agree.run(version)}>
        我已阅读并同意
      </Button>
      <Button kind="text" onPress={goBackOrHome}>
        暂不同意
      </Button>
    </BottomBar>
  );
  return (
    <Page title="隐私条款" bottom={bottom || undefined}>
      {agree.problem && <NoticeBar tone="error" text={agree.problem} />}
      <Loaded query={terms}>
        {({ title, version: shown, paragraphs }) => (
          <View className="terms">
            <View className="terms__version">
              {title}（版本 {shown}）
            </View>
            {paragraphs.map((paragraph) => (
              <View key={paragraph} className="terms__paragraph">
                {paragraph}
              </View>
            ))}
          </View>
        )}
      </Loaded>
    </Page>
  );
}
