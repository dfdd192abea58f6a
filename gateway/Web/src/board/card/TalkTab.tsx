import { SegmentedControl, Stack } from '@mantine/core';
import { useState } from 'react';
import { texts } from '../../texts';
import type { CardDetail } from '../types';
import { RequesterTalk } from './RequesterTalk';
import { TeamTalk } from './TeamTalk';

const t = texts.card;
type Talk = 'team' | 'requester';

/** Two talks about one piece of work: the team's own, and the one with whoever asked for it. */
export function TalkTab({ detail }: { detail: CardDetail }) {
  const [talk, setTalk] = useState<Talk>('team');
  return (
    <Stack gap="md">
      <SegmentedControl
        size="xs"
        value={talk}
        onChange={(value) => setTalk(value as Talk)}
        data={[
          { value: 'team', label: t.talkTeam },
          { value: 'requester', label: t.talkRequester },
        ]}
      />
      {talk === 'team' ? (
        <TeamTalk detail={detail} />
      ) : (
        // A part has no request of its own: its whole was asked for.
        <RequesterTalk requestId={detail.card.wholeId ?? detail.card.id} />
      )}
    </Stack>
  );
}
