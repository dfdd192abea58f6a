import { Select } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { api, dataOf } from '../api/client';
import { useMe } from '../app/person';
import { boardsQuery, cardQuery } from '../board/queries';
import { texts } from '../texts';
import { FormDialog } from '../ui/FormDialog';
import { useDraft } from '../ui/useDraft';
import { ContentFields } from './ContentFields';
import { contentOf, EMPTY_CONTENT } from './content';

const t = texts.changes;
const CATEGORIES = ['Standard', 'Normal', 'Emergency'];

interface RaiseChangeProps {
  isOpen: boolean;
  workItemId: string | undefined;
  onClose: () => void;
}

/** Raises a change by hand or for a card; a card brings its title and its team along. */
export function RaiseChange({ isOpen, workItemId, onClose }: RaiseChangeProps) {
  const me = useMe();
  const teams = me.data?.teams ?? [];
  const card = useQuery({ ...cardQuery(workItemId ?? ''), enabled: workItemId !== undefined }).data?.card;
  const boards = useQuery({ ...boardsQuery(), enabled: card !== undefined });
  const [category, setCategory] = useState('Normal');
  const [team, setTeam] = useState<string | null>(null);
  const [content, setContent, clear] = useDraft(`change:${workItemId ?? 'free'}`, EMPTY_CONTENT);
  const client = useQueryClient();
  const navigate = useNavigate();
  const ofCard = boards.data?.items.find((board) => board.id === card?.boardId)?.teamId;
  const teamId = team ?? ofCard ?? teams[0]?.id ?? null;
  const shown = { ...content, title: content.title || (card?.title ?? '') };
  const raise = async () => {
    const body = { ...contentOf(shown), workItemId: workItemId ?? null, teamId, category };
    const { change } = await dataOf(api.changes.POST('/changes', { body }));
    clear();
    await client.invalidateQueries({ queryKey: ['changes'] });
    await navigate({ to: '/changes/$changeId', params: { changeId: change.id } });
  };
  return (
    <FormDialog title={t.raise} button={t.raise} size="lg" isOpen={isOpen} onClose={onClose} onSend={raise}>
      {(errorOf) => (
        <>
          <Select
            label={t.category}
            data={CATEGORIES}
            value={category}
            allowDeselect={false}
            error={errorOf('category')}
            onChange={(value) => value && setCategory(value)}
          />
          {teams.length > 1 && (
            <Select
              label={t.team}
              data={teams.map((one) => ({ value: one.id, label: one.name }))}
              value={teamId}
              allowDeselect={false}
              onChange={setTeam}
            />
          )}
          <ContentFields teamId={teamId} content={shown} onChange={setContent} errorOf={errorOf} />
        </>
      )}
    </FormDialog>
  );
}
