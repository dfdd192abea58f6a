import type { Icon } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import classes from './Notice.module.css';

export type NoticeTone = 'plain' | 'good' | 'warn' | 'danger' | 'quiet';

interface NoticeFrameProps {
  tone: NoticeTone;
  icon: Icon;
  size?: number;
  role?: 'note' | 'status';
  /** Named, it is a region of the page. */
  label?: string;
  children: ReactNode;
}

/** The frame of what is told beside the content: a ground and a border in its tone, an icon, and words. */
export function NoticeFrame({ tone, icon: Shown, size = 20, role, label, children }: NoticeFrameProps) {
  const inside = (
    <>
      <Shown size={size} stroke={1.8} className={classes.icon} aria-hidden />
      <div className={classes.words}>{children}</div>
    </>
  );
  return label === undefined ? (
    <div className={classes.notice} data-tone={tone} role={role}>
      {inside}
    </div>
  ) : (
    <section className={classes.notice} data-tone={tone} aria-label={label}>
      {inside}
    </section>
  );
}
