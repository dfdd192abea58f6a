import { Button, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { changesOfQuery } from '../../changes/queries';
import { useChangesLive } from '../../changes/useChangesLive';
import { texts } from '../../texts';
import { formatAgo } from '../../ui/format';
import { QueryState } from '../../ui/QueryState';
import { Row, Rows } from '../../ui/Rows';
import { Tag } from '../../ui/Tag';
import { useBoardScope } from '../BoardContext';
import type { Card } from '../types';

/** The changes that were raised for the card. */
export function ChangeTab({ card }: { card: Card }) {
  const { mayWork } = useBoardScope();
  useChangesLive();
  const query = useQuery(changesOfQuery(card.id));
  return (
    <Stack>
      <QueryState query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <Text size="sm" c="dimmed">
              {card.isRegulated ? texts.card.changeNeeded : texts.card.changeNone}
            </Text>
          ) : (
            <Rows>
              {items.map((change) => (
                <Row
                  key={change.id}
                  to={`/changes/${change.id}`}
                  title={`${change.key}  ${change.title}`}
                  note={formatAgo(change.raisedAt)}
                  side={<Tag tone={change.stage === 'Authorised' ? 'good' : 'neutral'}>{change.state}</Tag>}
                />
              ))}
            </Rows>
          )
        }
      </QueryState>
      {mayWork && (
        <Button
          variant="default"
          size="xs"
          w="fit-content"
          renderRoot={(props) => <Link to="/changes" search={{ raiseFor: card.id }} {...props} />}
        >
          {texts.card.raiseChange}
        </Button>
      )}
    </Stack>
  );
}
