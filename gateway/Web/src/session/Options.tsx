import { Group } from '@mantine/core';
import { texts } from '../texts';
import { Panel } from '../ui/Panel';
import { Row, Rows } from '../ui/Rows';
import type { Option, Room } from './queries';

const t = texts.session;

export function OptionNote({ option }: { option: Option }) {
  return (
    <Group gap="sm" component="span">
      <span>{option.customerName}</span>
      <span>{texts.words.category[option.category]}</span>
      <span>{option.priority}</span>
      <span>{t.waiting(option.waitingDays)}</span>
      {option.isRegulated && <span>{texts.card.regulated}</span>}
    </Group>
  );
}

export function Options({ room }: { room: Room }) {
  return (
    <Panel title={t.options} note={t.optionsNote} isFlush>
      <Rows>
        {room.options.map((option) => (
          <Row key={option.id} title={`${option.key}  ${option.title}`} note={<OptionNote option={option} />} />
        ))}
      </Rows>
    </Panel>
  );
}
