import classes from './Face.module.css';
import { initialsOf } from './format';

const HUES = [228, 265, 305, 342, 14, 150, 180, 205];

function hueOf(id: string): number {
  let sum = 0;
  for (const letter of id.slice(-12)) {
    sum = (sum * 31 + letter.charCodeAt(0)) % 997;
  }
  return HUES[sum % HUES.length] ?? 228;
}

interface FaceProps {
  id: string;
  name: string;
  size?: number;
  isFree?: boolean;
  /** The name stands beside it, or on what it is in. */
  isDecorative?: boolean;
}

/** A person as a magnet: initials on the person's own colour; a free one is only outlined. */
export function Face({ id, name, size = 24, isFree = false, isDecorative = false }: FaceProps) {
  const style = { width: size, height: size, fontSize: size * 0.4, '--hue': hueOf(id) } as React.CSSProperties;
  const spoken = isDecorative ? { 'aria-hidden': true } : { role: 'img', 'aria-label': name };
  return (
    <span className={classes.face} style={style} data-free={isFree || undefined} title={name} {...spoken}>
      {initialsOf(name || '?')}
    </span>
  );
}
