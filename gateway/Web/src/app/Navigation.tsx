import { Tooltip } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { texts } from '../texts';
import classes from './Navigation.module.css';
import { navigation } from './navigation';
import { useRights } from './person';

export function Navigation() {
  const rights = useRights();
  const items = navigation.filter((item) => item.isFor?.(rights) ?? true);
  return (
    <nav aria-label={texts.frame.navigation}>
      <ul className={classes.list}>
        {items.map(({ to, label, icon: Icon }) => (
          <li key={to}>
            <Tooltip label={label} position="right" classNames={{ tooltip: classes.tip ?? '' }}>
              <Link
                to={to}
                className={classes.item}
                activeProps={{ className: classes.active ?? '' }}
                aria-label={label}
              >
                <Icon size={20} stroke={1.7} aria-hidden />
                <span className={classes.label}>{label}</span>
              </Link>
            </Tooltip>
          </li>
        ))}
      </ul>
    </nav>
  );
}
