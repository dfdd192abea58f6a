import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPlus } from '@tabler/icons-react';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { texts } from '../texts';
import { Page } from '../ui/Page';
import { Panel } from '../ui/Panel';
import { QueryState } from '../ui/QueryState';
import { Rows } from '../ui/Rows';
import { AdminTabs } from './AdminTabs';

interface ListPageProps<T> {
  query: UseQueryResult<{ items: T[] }>;
  add: string;
  row: (item: T) => ReactNode;
  dialog: (isOpen: boolean, onClose: () => void) => ReactNode;
}

/** A list of the administration: its rows lead to one of them, a button adds another. */
export function ListPage<T>({ query, add, row, dialog }: ListPageProps<T>) {
  const [isOpen, opening] = useDisclosure(false);
  return (
    <Page
      title={texts.admin.title}
      actions={
        <Button leftSection={<IconPlus size={16} />} onClick={opening.open}>
          {add}
        </Button>
      }
    >
      <AdminTabs />
      <QueryState query={query}>
        {({ items }) => (
          <Panel isFlush>
            <Rows>{items.map(row)}</Rows>
          </Panel>
        )}
      </QueryState>
      {dialog(isOpen, opening.close)}
    </Page>
  );
}
