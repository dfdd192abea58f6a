import { ActionIcon, Button, Popover, Text, Title } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import { texts } from '../../texts';
import classes from './Definition.module.css';

const t = texts.flow.chart;
const { measures } = texts;

export type MeasureName = keyof typeof measures;

/** How a figure is measured, one click away from it. */
export function Definition({ of, isSmall = false }: { of: MeasureName; isSmall?: boolean }) {
  const { name, formula, text, note } = measures[of];
  return (
    <Popover width={360} position="bottom-end" withArrow shadow="md" trapFocus>
      <Popover.Target>
        {isSmall ? (
          <ActionIcon size="sm" aria-label={t.definitionOf(name)} className="no-print">
            <IconInfoCircle size={16} stroke={1.7} />
          </ActionIcon>
        ) : (
          <Button
            variant="subtle"
            color="gray"
            size="compact-xs"
            className="no-print"
            leftSection={<IconInfoCircle size={15} stroke={1.7} />}
            aria-label={t.definitionOf(name)}
          >
            {t.definition}
          </Button>
        )}
      </Popover.Target>
      <Popover.Dropdown tabIndex={-1}>
        <Title order={3} size="sm" mb={6}>
          {name}
        </Title>
        {formula && <code className={classes.formula}>{formula}</code>}
        <Text size="sm">{text}</Text>
        {note && (
          <Text size="xs" c="dimmed" mt={6}>
            {note}
          </Text>
        )}
      </Popover.Dropdown>
    </Popover>
  );
}
