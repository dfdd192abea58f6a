import { Button, Popover, Stack, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { api, done } from '../api/client';
import { texts } from '../texts';
import { takeOver } from './actions/acts';
import { useBoardScope } from './BoardContext';
import { handOversQuery, refusedWorkQuery } from './queries';

const t = texts.board;

/** What nobody sees on a card: work that was committed and not admitted, and cards of people who are absent. */
export function Attention() {
  const { boardId, actions, openCard, mayWork, mayLead } = useBoardScope();
  const refused = useQuery(refusedWorkQuery(boardId)).data?.items ?? [];
  const handOvers = useQuery(handOversQuery(boardId)).data ?? [];
  const count = refused.length + handOvers.length;
  if (count === 0) {
    return null;
  }
  const retry = (refusedId: string) =>
    done(
      api.board.POST('/board/boards/{boardId}/refused-work/{refusedId}:retry', {
        params: { path: { boardId, refusedId } },
      }),
    );
  return (
    <Popover width={360} position="bottom-end" trapFocus>
      <Popover.Target>
        <Button size="xs" variant="light" color="orange" leftSection={<IconAlertTriangle size={16} />}>
          {t.attention(count)}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t.attention(count)}>
        <Stack gap="md">
          {handOvers.map((one) => (
            <Entry
              key={one.cardId + one.personId}
              title={`${one.key}  ${one.title}`}
              note={t.handOver(one.name ?? '')}
              button={mayWork && one.personId !== actions.personId ? texts.card.takeOver(one.name ?? '') : null}
              onOpen={() => openCard(one.cardId)}
              onAct={() => actions.tell(takeOver(one.cardId, one.personId), texts.card.takeOver(one.name ?? ''))}
            />
          ))}
          {refused.map((one) => (
            <Entry
              key={one.id}
              title={`${one.key}  ${one.title}`}
              note={`${t.notAdmitted} ${one.reason}`}
              button={mayLead ? texts.common.retry : null}
              onAct={() => actions.tell(retry(one.id), t.notAdmitted)}
            />
          ))}
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}

interface EntryProps {
  title: string;
  note: string;
  button: string | null;
  onOpen?: () => void;
  onAct: () => Promise<unknown>;
}

function Entry({ title, note, button, onOpen, onAct }: EntryProps) {
  return (
    <div>
      <Text size="sm" fw={570}>
        {title}
      </Text>
      <Text size="sm" c="dimmed" mb={6}>
        {note}
      </Text>
      {button && (
        <Button size="compact-sm" variant="light" mr="xs" onClick={() => void onAct()}>
          {button}
        </Button>
      )}
      {onOpen && (
        <Button size="compact-sm" variant="default" onClick={onOpen}>
          {texts.card.details}
        </Button>
      )}
    </div>
  );
}
