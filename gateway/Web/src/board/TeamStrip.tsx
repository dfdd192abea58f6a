import { draggable } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { Tooltip } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { texts } from '../texts';
import { Face } from '../ui/Face';
import { useBoardScope } from './BoardContext';
import { dragged } from './stores';
import classes from './TeamStrip.module.css';
import type { Standup } from './types';

const t = texts.board;

/** The team's magnets, two a person: what is filled is free to be placed, by dragging it onto a card. */
export function TeamStrip({ people, limit }: { people: Standup['people']; limit: number }) {
  return (
    <ul className={classes.strip} aria-label={t.people}>
      {people.map((person) => (
        <li key={person.personId}>
          <Person person={person} limit={limit} />
        </li>
      ))}
    </ul>
  );
}

function Person({ person, limit }: { person: Standup['people'][number]; limit: number }) {
  const { actions, mayLead, mayWork } = useBoardScope();
  const ref = useRef<HTMLSpanElement>(null);
  const { personId, free, isAbsent } = person;
  const name = person.name ?? '';
  const mayDrag = free > 0 && !isAbsent && (mayLead || (mayWork && personId === actions.personId));
  useEffect(() => {
    const element = ref.current;
    if (!element || !mayDrag) {
      return;
    }
    return draggable({
      element,
      getInitialData: () => ({ type: 'avatar', personId }),
      onDragStart: () => dragged.set({ type: 'avatar', personId }),
      onDrop: () => dragged.set(null),
    });
  }, [personId, mayDrag]);
  const label = isAbsent ? t.absent(name) : t.avatarsFree(name, free, limit);
  return (
    <Tooltip label={mayDrag ? `${label}. ${t.dragAvatar}.` : label}>
      <span
        ref={ref}
        className={classes.person}
        data-drag={mayDrag || undefined}
        data-absent={isAbsent || undefined}
        role="img"
        aria-label={label}
      >
        {Array.from({ length: limit }, (_, index) => (
          <Face
            key={index < free ? `free-${index}` : `placed-${index}`}
            id={personId}
            name={name}
            isFree={index >= free}
            size={26}
          />
        ))}
      </span>
    </Tooltip>
  );
}
