import { Select, Table, Text, UnstyledButton } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconChevronDown } from '@tabler/icons-react';
import { texts } from '../../texts';
import { columnOf, type ImportChoice, isShown, missingFields } from '../model/mapping';
import type { ImportField, Inspection, ProfileFit } from '../types';
import classes from './Columns.module.css';
import { Folded } from './Folded';

const t = texts.imports;

export interface MappingProps {
  choice: ImportChoice;
  onChoice: (choice: ImportChoice) => void;
  fit: ProfileFit;
  inspection: Inspection;
}

/** Which column holds what; what the profile found is there already. */
export function ColumnsPanel({ choice, onChoice, fit, inspection }: MappingProps) {
  const [areAllShown, { toggle }] = useDisclosure(false);
  const shown = fit.fields.filter(({ field }) => areAllShown || isShown(choice, fit, field));
  const hidden = fit.fields.length - fit.fields.filter(({ field }) => isShown(choice, fit, field)).length;
  const map = (field: ImportField, column: string | null) => {
    const { [field]: _, ...columns } = choice.columns;
    onChoice({ ...choice, columns: column === null ? columns : { ...columns, [field]: column } });
  };
  return (
    <Folded
      title={t.columns}
      note={t.columnsKnown(fit.fields.filter(({ field }) => columnOf(choice, fit, field)).length)}
      isNeeded={missingFields(choice, fit).length > 0 || Object.keys(choice.columns).length > 0}
    >
      <Table className={classes.table ?? ''} verticalSpacing={6}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t.field}</Table.Th>
            <Table.Th>{t.column}</Table.Th>
            <Table.Th visibleFrom="sm">{t.samples}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {shown.map(({ field, isRequired }) => {
            const column = columnOf(choice, fit, field);
            const samples = inspection.columns.find((one) => one.name === column)?.samples ?? [];
            return (
              <Table.Tr key={field}>
                <Table.Td>
                  <Text size="sm" fw={isRequired ? 600 : 400}>
                    {t.fields[field]}
                  </Text>
                  {isRequired && (
                    <Text size="xs" c={column ? 'dimmed' : 'var(--fp-danger)'}>
                      {t.needed}
                    </Text>
                  )}
                </Table.Td>
                <Table.Td>
                  <Select
                    size="xs"
                    aria-label={`${t.column}: ${t.fields[field]}`}
                    placeholder={t.notInFile}
                    searchable
                    clearable={field in choice.columns}
                    error={isRequired && !column}
                    data={inspection.columns.map((one) => one.name)}
                    value={column ?? null}
                    onChange={(value) => map(field, value)}
                  />
                </Table.Td>
                <Table.Td visibleFrom="sm" className={classes.samples ?? ''}>
                  {samples.slice(0, 3).join(' · ')}
                </Table.Td>
              </Table.Tr>
            );
          })}
        </Table.Tbody>
      </Table>
      {hidden > 0 && (
        <UnstyledButton className={`${classes.more} ${classes.below}`} aria-expanded={areAllShown} onClick={toggle}>
          <IconChevronDown size={16} aria-hidden data-open={areAllShown || undefined} />{' '}
          {areAllShown ? t.fewerFields : t.moreFields(hidden)}
        </UnstyledButton>
      )}
    </Folded>
  );
}
