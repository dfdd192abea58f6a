import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { texts } from '../../texts';
import { Panel } from '../../ui/Panel';

const t = texts.imports;

interface FoldedProps {
  title: string;
  note: string;
  /** Something in it asks for an answer, or got one. */
  isNeeded: boolean;
  children: ReactNode;
}

/** What is well as it is stays folded, until somebody wants to look at it. */
export function Folded({ title, note, isNeeded, children }: FoldedProps) {
  const [chosen, setChosen] = useState<boolean | null>(null);
  const isOpen = chosen ?? isNeeded;
  return (
    <Panel
      title={title}
      note={note}
      actions={
        <Button
          size="xs"
          variant="default"
          aria-expanded={isOpen}
          aria-label={`${isOpen ? t.hide : t.show}: ${title}`}
          onClick={() => setChosen(!isOpen)}
        >
          {isOpen ? t.hide : t.show}
        </Button>
      }
      isFlush
    >
      {isOpen && children}
    </Panel>
  );
}
