import { keys } from '@/api/keys';
import { useFreshOnShow, usePullToRefresh } from '@/api/use-refresh';
import { Cell, Checkbox, Page, Section } from '@/components';
import { call12366 } from '@/lib/call';
import { go } from '@/lib/go';
import { useMe } from '@/session/use-me';
import { useUnread } from '@/session/use-unread';
import { useSession } from '@/state/session';
import { useSettings } from '@/state/settings';
import { SignOut } from './SignOut';
import { Who } from './Who';

/** Who one is here, everything of one's own, and how the app looks. */
export default function Me() {
  const signedIn = useSession((session) => session.token !== undefined);
  const { elder, setElder } = useSettings();
  const me = useMe();
  const unread = useUnread();
  useFreshOnShow(keys.me, keys.messages);
  usePullToRefresh(keys.me, keys.messages);
  return (
    <Page tab title="我的">
      <Who me={me} />
      <Section title="我的事">
        <Cell
          id="my-messages"
          icon="bell"
          title="消息"
          value={unread > 0 ? `${unread}条未读` : undefined}
          onPress={() => go('messages/list')}
        />
        <Cell
          id="my-ticket"
          icon="ticket"
          title="我的号"
          note="前面还有几位，还要等多久"
          onPress={() => go('queue/ticket')}
        />
        <Cell id="my-appointments" icon="calendar" title="我的预约" onPress={() => go('booking/list')} />
        <Cell id="my-waitlist" icon="clock" title="我的候补" onPress={() => go('booking/waitlist')} />
        <Cell id="my-standing" icon="shield" title="预约资格和规则" onPress={() => go('booking/standing')} />
        <Cell id="my-questions" icon="question" title="我的提问" onPress={() => go('help/list')} />
        <Cell
          id="my-records"
          icon="record"
          title="我的服务记录"
          note="每一步谁在什么时候办的"
          onPress={() => go('records/list')}
        />
      </Section>
      <Section title="显示">
        <Checkbox id="elder-setting" label="长辈版" note="字更大，每页内容更少" checked={elder} onChange={setElder} />
      </Section>
      <Section title="账户与隐私">
        {signedIn && <Cell id="my-profile" icon="company" title="账户与企业" onPress={() => go('account/profile')} />}
        {signedIn && (
          <Cell
            id="my-proxies"
            icon="user"
            title="亲友代办"
            note="替父母、家人、朋友预约"
            onPress={() => go('account/proxy')}
          />
        )}
        <Cell id="privacy-terms" icon="shield" title="隐私条款" onPress={() => go('account/consent')} />
        {signedIn && (
          <>
            <Cell id="export-data" icon="document" title="导出我的数据" onPress={() => go('records/export')} />
            <Cell id="delete-account" icon="trash" title="注销账户" onPress={() => go('records/deletion')} />
          </>
        )}
        <Cell id="call-12366" icon="phone" title="拨打 12366" note="人工咨询与投诉" onPress={call12366} />
      </Section>
      {signedIn && <SignOut />}
    </Page>
  );
}
