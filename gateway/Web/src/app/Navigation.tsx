import { Tooltip } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import classes from './Navigation.module.css';
import { navigation } from './navigation';
import { useRights } from './person';

/** The screens; the bar that it stands in is the landmark. */
export function Navigation() {
  const rights = useRights();
  const items = navigation.filter((item) => item.isFor?.(rights) ?? true);
  return (
    <ul className={classes.list}>
      {items.map(({ to, label, icon: Icon }) => (
        <li key={to}>
          <Tooltip label={label} position="right" classNames={{ tooltip: classes.tip ?? '' }}>
            <Link to={to} className={classes.item} activeProps={{ className: classes.active ?? '' }} aria-label={label}>
              <Icon size={20} stroke={1.7} aria-hidden />
              <span className={classes.label}>{label}</span>
            </Link>
          </Tooltip>
        </li>
      ))}
    </ul>
  );
}
