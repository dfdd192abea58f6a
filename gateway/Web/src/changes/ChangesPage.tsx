import { Button } from '@mantine/core';
import { IconClipboardCheck, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useSession } from '../app/person';
import { texts } from '../texts';
import { formatAgo } from '../ui/format';
import { Page } from '../ui/Page';
import { Panel } from '../ui/Panel';
import { QueryState } from '../ui/QueryState';
import { Row, Rows } from '../ui/Rows';
import { EmptyState } from '../ui/states';
import { Tag } from '../ui/Tag';
import { ChangesTabs } from './ChangesTabs';
import { changesQuery, STAGE_TONES } from './queries';
import { RaiseChange } from './RaiseChange';
import { useChangesLive } from './useChangesLive';

const t = texts.changes;

export function ChangesPage() {
  const { raiseFor } = useSearch({ from: '/shell/changes' });
  const query = useQuery(changesQuery);
  useChangesLive();
  const session = useSession();
  const navigate = useNavigate();
  const [isOpen, setOpen] = useState(false);
  const close = () => {
    setOpen(false);
    void navigate({ to: '/changes', search: {} });
  };
  const raise = session.teams.length > 0 && (
    <Button leftSection={<IconPlus size={16} />} onClick={() => setOpen(true)}>
      {t.raise}
    </Button>
  );
  return (
    <Page title={t.title} lead={t.lead} actions={raise}>
      <ChangesTabs />
      <QueryState query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState title={t.none} icon={<IconClipboardCheck size={40} stroke={1.4} />}>
              {t.noneLead}
            </EmptyState>
          ) : (
            <Panel isFlush>
              <Rows>
                {items.map((change) => (
                  <Row
                    key={change.id}
                    to={`/changes/${change.id}`}
                    start={<Tag tone={STAGE_TONES[change.stage]}>{t.stage[change.stage]}</Tag>}
                    title={`${change.key}  ${change.title}`}
                    note={`${change.category} · ${t.revision(change.revision)}`}
                    side={formatAgo(change.raisedAt)}
                  />
                ))}
              </Rows>
            </Panel>
          )
        }
      </QueryState>
      <RaiseChange key={raiseFor} isOpen={isOpen || raiseFor !== undefined} workItemId={raiseFor} onClose={close} />
    </Page>
  );
}
