import classes from './Legend.module.css';

export interface LegendEntry {
  name: string;
  colour: string;
  note?: string;
  isLine?: boolean;
}

/** What the colours mean. */
export function Legend({ entries }: { entries: LegendEntry[] }) {
  return (
    <ul className={classes.legend}>
      {entries.map(({ name, colour, note, isLine }) => (
        <li key={name}>
          <span
            className={isLine ? classes.dash : classes.swatch}
            style={{ '--colour': colour } as React.CSSProperties}
          />
          {name}
          {note && <span className={classes.note}>{note}</span>}
        </li>
      ))}
    </ul>
  );
}
