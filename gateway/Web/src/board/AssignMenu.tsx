import { Menu } from '@mantine/core';
import { IconUserPlus } from '@tabler/icons-react';
import { texts } from '../texts';
import { useBoardScope } from './BoardContext';
import type { BoardCard } from './types';

/** A lead places the avatars of others. */
export function AssignMenu({ card }: { card: BoardCard }) {
  const { actions, people, mayLead } = useBoardScope();
  const others = [...people].filter(([id]) => id !== actions.personId && !card.owners.includes(id));
  if (!mayLead || others.length === 0) {
    return null;
  }
  return (
    <Menu.Sub>
      <Menu.Sub.Target>
        <Menu.Sub.Item leftSection={<IconUserPlus size={16} />}>{texts.card.ownFor}</Menu.Sub.Item>
      </Menu.Sub.Target>
      <Menu.Sub.Dropdown>
        {others.map(([id, name]) => (
          <Menu.Item key={id} onClick={() => void actions.own(card.id, id)}>
            {name}
          </Menu.Item>
        ))}
      </Menu.Sub.Dropdown>
    </Menu.Sub>
  );
}
