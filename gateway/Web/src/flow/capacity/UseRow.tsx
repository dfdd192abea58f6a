import { texts } from '../../texts';
import { formatPercent } from '../../ui/format';
import classes from './UseRow.module.css';

const t = texts.flow.limits;

interface UseRowProps {
  name: string;
  note?: string;
  detail: string;
  use: number | null | undefined;
  full: number | null | undefined;
}

/** A limit as a bar: filled as far as it was taken, with the share of the time that it was full. */
export function UseRow({ name, note, detail, use, full }: UseRowProps) {
  const style = { '--use': Math.min(1, use ?? 0) } as React.CSSProperties;
  return (
    <li className={classes.row}>
      <span className={classes.name}>
        {name}
        {note && <span className={classes.note}>{note}</span>}
      </span>
      <span className={classes.middle}>
        <span className={classes.track} style={style} data-full={(full ?? 0) > 0.25 || undefined} aria-hidden />
        <span className={classes.detail}>{detail}</span>
      </span>
      <span className={classes.figure}>
        {use == null ? '–' : formatPercent(use)}
        <span className={classes.note}>{t.used}</span>
      </span>
      <span className={classes.figure}>
        {full == null ? '–' : formatPercent(full)}
        <span className={classes.note}>{t.fullShort}</span>
      </span>
    </li>
  );
}
