import { Button } from '@mantine/core';
import { IconChartDots3 } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { texts } from '../texts';
import { Page } from '../ui/Page';
import { EmptyState } from '../ui/states';

const t = texts.flow;

export function NoBoardPage() {
  return (
    <Page title={t.title} lead={t.lead}>
      <EmptyState
        title={texts.board.none}
        icon={<IconChartDots3 size={40} stroke={1.4} />}
        action={<Button renderRoot={(props) => <Link to="/boards" {...props} />}>{t.toBoards}</Button>}
      >
        {t.noBoard}
      </EmptyState>
    </Page>
  );
}
