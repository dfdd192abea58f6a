import { Link } from '@tanstack/react-router';
import classes from './LinkTabs.module.css';

interface LinkTabsProps {
  label: string;
  tabs: readonly { to: string; label: string }[];
}

/** Screens that belong together, side by side. */
export function LinkTabs({ label, tabs }: LinkTabsProps) {
  return (
    <nav aria-label={label} className={classes.tabs}>
      {tabs.map((tab) => (
        <Link
          key={tab.to}
          to={tab.to}
          className={classes.tab}
          activeOptions={{ exact: true }}
          activeProps={{ className: classes.active ?? '' }}
        >
          {tab.label}
        </Link>
      ))}
    </nav>
  );
}
