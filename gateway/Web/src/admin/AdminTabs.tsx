import { texts } from '../texts';
import { LinkTabs } from '../ui/LinkTabs';

const t = texts.admin;
const TABS = [
  { to: '/admin', label: t.people },
  { to: '/admin/teams', label: t.teams },
  { to: '/admin/customers', label: t.customers },
  { to: '/admin/webhooks', label: texts.sources.title },
  { to: '/admin/errors', label: t.errors },
];

export const AdminTabs = () => <LinkTabs label={t.title} tabs={TABS} />;
