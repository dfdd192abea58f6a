import { UnstyledButton } from '@mantine/core';
import { texts } from '../../texts';
import { formatPercent } from '../../ui/format';
import { causeColour, useColours } from '../chart/useColours';
import { formatLength } from '../model/length';
import type { Cause } from '../types';
import classes from './Waste.module.css';

const words = texts.words.blocker as Record<string, string>;

/** The account line by line; each line opens to the items with that cause. */
export function CauseRows({ causes, onOpen }: { causes: readonly Cause[]; onOpen: (cause: Cause) => void }) {
  const colours = useColours();
  return (
    <ul className={classes.rows}>
      {causes.map((cause) => {
        const style = { '--colour': causeColour(colours, cause.class), '--share': cause.share } as React.CSSProperties;
        return (
          <li key={`${cause.class} ${cause.reason ?? ''}`}>
            <UnstyledButton className={classes.row} style={style} onClick={() => onOpen(cause)}>
              <span className={classes.name}>
                {texts.flow.causes[cause.class] ?? cause.class}
                {cause.reason && <span className={classes.reason}> · {words[cause.reason] ?? cause.reason}</span>}
              </span>
              <span className={classes.days}>{formatLength(cause.days)}</span>
              <span className={classes.share}>{formatPercent(cause.share)}</span>
              <span className={classes.bar} aria-hidden />
            </UnstyledButton>
          </li>
        );
      })}
    </ul>
  );
}
