import { Group, Text, Title } from '@mantine/core';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import classes from './Panel.module.css';

interface PanelProps {
  title?: ReactNode;
  note?: ReactNode;
  actions?: ReactNode;
  isFlush?: boolean;
  children: ReactNode;
}

/** A part of a screen on a surface of its own. */
export function Panel({ title, note, actions, isFlush = false, children }: PanelProps) {
  return (
    <section className={classes.panel} {...(typeof title === 'string' ? { 'aria-label': title } : {})}>
      {(title || actions) && (
        <Group className={classes.head ?? ''} justify="space-between" wrap="nowrap" gap="sm">
          <div>
            <Title order={2} size="sm" fw={650}>
              {title}
            </Title>
            {note && (
              <Text c="dimmed" size="xs" component="div">
                {note}
              </Text>
            )}
          </div>
          {actions && <div className={`${classes.actions} no-print`}>{actions}</div>}
        </Group>
      )}
      <Body isFlush={isFlush}>{children}</Body>
    </section>
  );
}

/** What is too wide scrolls, and then the keyboard reaches it. */
function Body({ isFlush, children }: { isFlush: boolean; children: ReactNode }) {
  const ref = useRef<HTMLDivElement>(null);
  const [doesScroll, setScroll] = useState(false);
  useEffect(() => {
    const element = ref.current;
    if (!element || !isFlush) {
      return;
    }
    const observer = new ResizeObserver(() => setScroll(element.scrollWidth > element.clientWidth));
    observer.observe(element);
    if (element.firstElementChild) {
      observer.observe(element.firstElementChild);
    }
    return () => observer.disconnect();
  }, [isFlush]);
  return (
    <div ref={ref} className={isFlush ? classes.flush : classes.body} {...(doesScroll ? { tabIndex: 0 } : {})}>
      {children}
    </div>
  );
}
