import { Button, Group } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { texts } from '../../texts';
import { formatPercent } from '../../ui/format';
import { causeColour, useColours } from '../chart/useColours';
import { formatLength } from '../model/length';
import { stripsOf, TICKS_PER_DAY } from '../model/waste';
import type { ItemAccount } from '../types';
import { useFlow } from '../useFlow';
import classes from './Waste.module.css';

const STEP = 40;

/** The strips are as long as the items lived, against the longest one of them. */
export function ItemStrips({ accounts }: { accounts: readonly ItemAccount[] }) {
  const [most, setMost] = useState(STEP);
  const longest = accounts.reduce((greatest, one) => Math.max(greatest, one.leadTimeTicks), 1);
  return (
    <>
      <ul className={classes.strips}>
        {accounts.slice(0, most).map((account) => (
          <Strip key={account.cardId} account={account} share={account.leadTimeTicks / longest} />
        ))}
      </ul>
      {accounts.length > most && (
        <Group justify="center">
          <Button variant="default" size="xs" onClick={() => setMost(most + STEP)}>
            {texts.common.more}
          </Button>
        </Group>
      )}
    </>
  );
}

function Strip({ account, share }: { account: ItemAccount; share: number }) {
  const colours = useColours();
  const { boardId } = useFlow();
  const days = formatLength(account.leadTimeTicks / TICKS_PER_DAY);
  const efficiency = account.efficiency == null ? '–' : formatPercent(account.efficiency);
  return (
    <li>
      <Link
        to="/boards/$boardId"
        params={{ boardId }}
        search={{ card: account.cardId }}
        className={classes.item}
        aria-label={texts.flow.efficiency.strip(account.key, days, efficiency)}
      >
        <span className={classes.key}>{account.key}</span>
        <span className={classes.track}>
          <span className={classes.life} style={{ width: `${Math.max(1, share * 100)}%` }}>
            {stripsOf(account).map((piece) => (
              <span
                key={piece.left}
                className={classes.piece}
                title={texts.flow.causes[piece.class] ?? piece.class}
                style={{
                  left: `${piece.left * 100}%`,
                  width: `${piece.width * 100}%`,
                  background: causeColour(colours, piece.class),
                }}
              />
            ))}
          </span>
        </span>
        <span className={classes.number}>{efficiency}</span>
        <span className={`${classes.number} ${classes.muted}`}>{days}</span>
      </Link>
    </li>
  );
}
