import { ActionIcon, Button, Group, Text } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconPlus, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { api, dataOf } from '../api/client';
import { texts } from '../texts';
import { announce, showDone } from '../ui/announce';
import { Panel } from '../ui/Panel';
import { useDraft } from '../ui/useDraft';
import classes from './Ballot.module.css';
import { OptionNote } from './Options';
import type { Room } from './queries';
import { useRankDragging } from './useRankDragging';
import { useRoomAct } from './useRoom';

const t = texts.session;
const NONE: string[] = [];

interface BallotProps {
  room: Room;
  participant: Room['participants'][number];
}

/** A private ranking by drag or keyboard; what is not ranked has no place in it. */
export function Ballot({ room, participant }: BallotProps) {
  const { customerId, customerName, hasBallot, ballot } = participant;
  const [kept, setRanking] = useDraft<string[]>(`ballot:${room.id}:${customerId}`, ballot?.ranking.flat() ?? NONE);
  const [over, setOver] = useState<number | null>(null);
  const path = { sessionId: room.id };
  const cast = useRoomAct(
    room.id,
    (ranking: string[][]) =>
      dataOf(
        api.prioritisation.POST('/prioritisation/sessions/{sessionId}/ballots', {
          params: { path },
          body: { ranking, customerId },
        }),
      ),
    () => showDone(t.castDone),
  );
  const options = new Map(room.options.map((option) => [option.id, option]));
  const ranking = kept.filter((id) => options.has(id));
  const rest = room.options.filter((option) => !ranking.includes(option.id));
  const place = (id: string, at: number) => {
    const others = ranking.filter((one) => one !== id);
    const next = others.toSpliced(Math.max(0, at), 0, id);
    setRanking(next);
    announce(`${options.get(id)?.title}: ${next.indexOf(id) + 1}`);
  };
  const ref = useRankDragging(ranking, place, setOver);
  return (
    <Panel
      title={t.ballotFor(customerName)}
      note={t.ballotNote}
      actions={
        <Button
          disabled={ranking.length === 0}
          loading={cast.isPending}
          onClick={() => cast.mutate(ranking.map((id) => [id]))}
        >
          {hasBallot ? t.castAgain : t.cast}
        </Button>
      }
      isFlush
    >
      <ol ref={ref} className={classes.ranking}>
        {ranking.map((id, index) => {
          const option = options.get(id);
          return (
            option && (
              <li key={id} className={classes.ranked} data-rank={id} data-over={over === index || undefined}>
                <span className={classes.place}>{index + 1}</span>
                <div className={classes.text}>
                  <Text size="sm">{`${option.key}  ${option.title}`}</Text>
                  <Text size="xs" c="dimmed" component="div">
                    <OptionNote option={option} />
                  </Text>
                </div>
                <Group gap={0} wrap="nowrap">
                  <ActionIcon
                    aria-label={t.up(option.title)}
                    disabled={index === 0}
                    onClick={() => place(id, index - 1)}
                  >
                    <IconArrowUp size={16} />
                  </ActionIcon>
                  <ActionIcon
                    aria-label={t.down(option.title)}
                    disabled={index === ranking.length - 1}
                    onClick={() => place(id, index + 1)}
                  >
                    <IconArrowDown size={16} />
                  </ActionIcon>
                  <ActionIcon
                    aria-label={t.unrankIt(option.title)}
                    onClick={() => setRanking(ranking.filter((one) => one !== id))}
                  >
                    <IconX size={16} />
                  </ActionIcon>
                </Group>
              </li>
            )
          );
        })}
      </ol>
      {rest.length > 0 && (
        <Text size="xs" fw={600} c="dimmed" px="md" pt="sm">
          {t.unranked}
        </Text>
      )}
      <ul className={classes.ranking}>
        {rest.map((option) => (
          <li key={option.id} className={classes.ranked} data-rank={option.id}>
            <ActionIcon
              variant="light"
              aria-label={t.rankIt(option.title)}
              onClick={() => place(option.id, ranking.length)}
            >
              <IconPlus size={16} />
            </ActionIcon>
            <div className={classes.text}>
              <Text size="sm">{`${option.key}  ${option.title}`}</Text>
              <Text size="xs" c="dimmed" component="div">
                <OptionNote option={option} />
              </Text>
            </div>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
