import { texts } from '../texts';
import { LinkTabs } from '../ui/LinkTabs';

const TABS = [
  { to: '/changes', label: texts.changes.title },
  { to: '/changes/delegations', label: texts.delegations.title },
];

export const ChangesTabs = () => <LinkTabs label={texts.changes.title} tabs={TABS} />;
