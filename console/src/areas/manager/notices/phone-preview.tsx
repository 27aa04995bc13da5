import type { NoticeBody } from '@yiyun/shared';
import { now } from '../../../lib/clock';
import { fullDate } from '../../../lib/time';
import styles from './notice-page.module.css';

/** How the notice stands on a phone, 375 px wide. */
export function PhonePreview({ title, category, body, at }: Partial<NoticeBody> & { at?: number | null }) {
  return (
    <section className={styles.phone} aria-label="手机上的样子">
      <p className={styles.phoneBar}>公告</p>
      <div className={styles.phonePage}>
        <p className={styles.phoneMeta}>
          {category || '类别'} · {fullDate(at ?? now())}
        </p>
        <h3>{title?.trim() || '标题'}</h3>
        {(body?.trim() || '正文写在这里。空一行就是新的一段。').split(/\n+/).map((paragraph, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: paragraphs have no identity of their own
          <p key={index}>{paragraph}</p>
        ))}
      </div>
    </section>
  );
}
