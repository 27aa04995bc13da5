import { View } from '@tarojs/components';
import { useDidHide, useDidShow } from '@tarojs/taro';
import { type PropsWithChildren, type ReactNode, useEffect, useRef } from 'react';
import { a11y } from '@/lib/a11y';
import { classNames } from '@/lib/class-names';
import { useUid } from '@/lib/uid';
import { goBack, SHOWS_OWN_BACK } from '@/platform/back';
import { focusOn, rememberFocus } from '@/platform/focus';
import { useSettings } from '@/state/settings';
import { Pressable } from '../actions/Pressable';
import { OfflineBanner } from '../feedback/OfflineBanner';
import { ToastHost } from '../feedback/ToastHost';
import { Icon } from '../media/Icon';
import './Page.scss';

interface PageProps {
  /** The page's heading: on a form, the question it asks. */
  title: string;
  /** One or two sentences under the heading. */
  lead?: ReactNode;
  /** In the place of the heading's look; the title is still the page's spoken heading. */
  header?: ReactNode;
  /** The four tab pages have no way back. */
  tab?: boolean;
  /** Stays at the foot of the screen: a BottomBar. */
  bottom?: ReactNode;
  /** Takes the place of what was in view a moment ago: the focus goes to its heading. */
  instead?: boolean;
}

let firstPage = true;

/** The root of every screen: theme, landmark, heading, way back, news of the network, and where the focus is. */
export function Page(props: PropsWithChildren<PageProps>) {
  const { title, lead, header, tab, bottom, instead, children } = props;
  const elder = useSettings((settings) => settings.elder);
  const headingId = useUid('heading');
  const backToPlace = useRef<() => void>(undefined);

  useDidShow(() => {
    if (backToPlace.current) backToPlace.current();
    else if (!firstPage) focusOn(headingId);
    firstPage = false;
  });
  useEffect(() => {
    if (instead) focusOn(headingId);
  }, []);
  useDidHide(() => {
    backToPlace.current = rememberFocus();
  });

  return (
    <View
      className={classNames('page', `page--${process.env.TARO_ENV}`, 'theme', elder && 'theme--elder')}
      {...a11y({ role: 'main' })}
    >
      <OfflineBanner />
      <View className="page__body">
        {SHOWS_OWN_BACK && !tab && (
          <Pressable className="page__back" role="link" onPress={goBack}>
            <Icon name="back" size="small" />
            返回
          </Pressable>
        )}
        <View
          id={headingId}
          className={header ? 'page__unseen' : 'page__heading'}
          {...a11y({ role: 'heading', level: 1, tabStop: false })}
        >
          {title}
        </View>
        {header}
        {lead && <View className="page__lead">{lead}</View>}
        {children}
      </View>
      <View className="page__foot">
        <ToastHost />
        {bottom}
      </View>
    </View>
  );
}
