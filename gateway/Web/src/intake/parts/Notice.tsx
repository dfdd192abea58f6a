import { IconAlertTriangle, IconCircleCheck, IconInfoCircle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import classes from './Notice.module.css';
import { NoticeFrame } from './NoticeFrame';

const ICONS = { good: IconCircleCheck, warn: IconAlertTriangle, plain: IconInfoCircle };

interface NoticeProps {
  tone: keyof typeof ICONS;
  title?: ReactNode;
  role?: 'note' | 'status';
  children?: ReactNode;
}

/** Something worth knowing, which is no error. */
export function Notice({ tone, title, role = 'note', children }: NoticeProps) {
  return (
    <NoticeFrame tone={tone} icon={ICONS[tone]} role={role}>
      {title && <div className={classes.title}>{title}</div>}
      {children && <div className={classes.text}>{children}</div>}
    </NoticeFrame>
  );
}
