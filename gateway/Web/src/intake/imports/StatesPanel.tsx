import { Select, Table } from '@mantine/core';
import { texts } from '../../texts';
import { stateWords } from '../model/mapping';
import type { Outcome } from '../types';
import classes from './Columns.module.css';
import type { MappingProps } from './ColumnsPanel';
import { Folded } from './Folded';

const t = texts.imports;
const OUTCOMES: readonly Outcome[] = ['Waiting', 'Active', 'Done', 'Withdrawn'];

/** What the source's words for states mean here. */
export function StatesPanel({ choice, onChoice, fit, inspection }: MappingProps) {
  const words = stateWords(choice, fit, inspection);
  const say = (word: string, outcome: string | null) => {
    const { [word]: _, ...states } = choice.states;
    onChoice({ ...choice, states: outcome === null ? states : { ...states, [word]: outcome as Outcome } });
  };
  if (words.length === 0) {
    return null;
  }
  return (
    <Folded
      title={t.words}
      note={t.wordsKnown(words.filter((one) => one.outcome).length, words.length)}
      isNeeded={words.some((one) => !one.outcome || one.isChosen)}
    >
      <Table className={classes.table ?? ''} verticalSpacing={6}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t.word}</Table.Th>
            <Table.Th>{t.means}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {words.map(({ word, outcome, isChosen }) => (
            <Table.Tr key={word}>
              <Table.Td>{word}</Table.Td>
              <Table.Td>
                <Select
                  size="xs"
                  maw={280}
                  aria-label={`${t.means}: ${word}`}
                  placeholder={t.unknownWord}
                  clearable={isChosen}
                  data={OUTCOMES.map((value) => ({ value, label: t.outcomes[value] }))}
                  value={outcome ?? null}
                  onChange={(value) => say(word, value)}
                />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Folded>
  );
}
