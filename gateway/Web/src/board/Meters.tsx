import { memo } from 'react';
import { texts } from '../texts';
import classes from './Meters.module.css';
import type { Meter } from './model/meters';

/** Work in progress by category: how much runs, how much may, and for how much room is kept. */
export const Meters = memo(function Meters({ meters }: { meters: Meter[] }) {
  const widest = Math.max(4, ...meters.map((meter) => Math.max(meter.ceiling ?? 0, meter.cards, meter.floor)));
  return (
    <ul className={classes.meters}>
      {meters.map(({ category, cards, floor, ceiling }) => {
        const state = ceiling != null && cards >= ceiling ? 'full' : cards < floor ? 'below' : 'usual';
        const label = texts.board.meter(texts.words.category[category], cards, floor, ceiling ?? null);
        return (
          <li key={category} className={classes.meter} data-category={category} data-state={state} title={label}>
            <span className={classes.name}>{texts.words.category[category]}</span>
            <span className={classes.track} aria-hidden>
              <span className={classes.fill} style={{ width: `${(cards / widest) * 100}%` }} />
              {floor > 0 && (
                <span className={classes.mark} data-mark="floor" style={{ left: `${(floor / widest) * 100}%` }} />
              )}
              {ceiling != null && (
                <span className={classes.mark} data-mark="ceiling" style={{ left: `${(ceiling / widest) * 100}%` }} />
              )}
            </span>
            <span className={classes.count}>
              {cards}
              {ceiling != null && <span className={classes.of}>/{ceiling}</span>}
            </span>
          </li>
        );
      })}
    </ul>
  );
});
