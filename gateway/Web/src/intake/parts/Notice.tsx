import { IconAlertTriangle, IconCircleCheck, IconInfoCircle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import classes from './Notice.module.css';

const ICONS = { good: IconCircleCheck, warn: IconAlertTriangle, plain: IconInfoCircle };

interface NoticeProps {
  tone: keyof typeof ICONS;
  title?: ReactNode;
  role?: 'note' | 'status';
  children?: ReactNode;
}

/** Something worth knowing, which is no error. */
export function Notice({ tone, title, role = 'note', children }: NoticeProps) {
  const Icon = ICONS[tone];
  return (
    <div className={classes.notice} data-tone={tone} role={role}>
      <Icon size={20} stroke={1.8} className={classes.icon} aria-hidden />
      <div className={classes.words}>
        {title && <div className={classes.title}>{title}</div>}
        {children && <div className={classes.text}>{children}</div>}
      </div>
    </div>
  );
}
