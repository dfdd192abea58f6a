import { Link } from '@tanstack/react-router';
import { texts } from '../texts';
import classes from './AdminTabs.module.css';

const t = texts.admin;
const TABS = [
  { to: '/admin', label: t.people },
  { to: '/admin/teams', label: t.teams },
  { to: '/admin/customers', label: t.customers },
  { to: '/admin/errors', label: t.errors },
] as const;

export function AdminTabs() {
  return (
    <nav aria-label={t.title} className={classes.tabs}>
      {TABS.map(({ to, label }) => (
        <Link
          key={to}
          to={to}
          className={classes.tab}
          activeOptions={{ exact: true }}
          activeProps={{ className: classes.active ?? '' }}
        >
          {label}
        </Link>
      ))}
    </nav>
  );
}
