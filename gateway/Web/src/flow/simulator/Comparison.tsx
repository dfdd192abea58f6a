import { Table, Text } from '@mantine/core';
import { useMemo } from 'react';
import { texts } from '../../texts';
import { formatNumber, formatPercent, formatWhole } from '../../ui/format';
import { ChartPanel } from '../chart/ChartPanel';
import { useColours } from '../chart/useColours';
import { coursesOf, differenceOf, FIGURES, trustOf } from '../model/simulation';
import type { Simulation } from '../types';
import { simulationOption } from './simulationOption';

const t = texts.flow.simulator;

/** What happened, the replay under the present limits, and the replay under the others. */
export function Comparison({ result }: { result: Simulation }) {
  const colours = useColours();
  const courses = useMemo(() => coursesOf(result), [result]);
  const option = useMemo(() => simulationOption(courses, colours), [courses, colours]);
  const trust = trustOf(result);
  const effect = differenceOf(result.replayed.cycleTime.p85Days, result.simulated.cycleTime.p85Days);
  return (
    <ChartPanel
      name="simulation"
      title={t.result}
      measure="simulator"
      summary={
        <>
          {effect === null
            ? t.tooFew
            : Math.abs(effect) < 0.005
              ? t.noEffect
              : t.effect(formatPercent(Math.abs(effect)), effect < 0)}{' '}
          {trust !== null && t.trust(formatPercent(Math.abs(trust)))}
        </>
      }
      legend={courses.map((course, place) => ({
        name: t.courses[course.name],
        colour: colours.steps[place * 2] ?? colours.accent,
      }))}
      empty={t.empty}
      data={{
        rows: result.observed.finished === 0 ? [] : courses,
        columns: [
          { name: t.course, value: (row) => row.name, show: (row) => t.courses[row.name] },
          ...FIGURES.map((figure) => ({
            name: t.figures[figure.name],
            value: figure.of,
            show: (row: (typeof courses)[number]) => shown(figure.of(row)),
            isNumber: true,
          })),
        ],
      }}
      drawing={{
        option,
        height: 260,
        stops: {
          count: courses.length,
          at: (index) => {
            const course = courses[index];
            const read = course
              ? FIGURES.map((figure) => `${t.figures[figure.name]} ${shown(figure.of(course))}`).join(', ')
              : '';
            return {
              x: 1,
              y: course?.cycleTime.p85Days ?? 0,
              text: `${course ? t.courses[course.name] : ''}: ${read}`,
            };
          },
        },
      }}
    >
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what is too wide scrolls, also by keyboard. */}
      <section style={{ overflowX: 'auto' }} tabIndex={0} aria-label={t.figuresOf}>
        <Table verticalSpacing={7} miw={460}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t.figure}</Table.Th>
              {courses.map((course) => (
                <Table.Th key={course.name} ta="right">
                  {t.courses[course.name]}
                </Table.Th>
              ))}
              <Table.Th ta="right">{t.difference}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {FIGURES.map((figure) => (
              <Table.Tr key={figure.name}>
                <Table.Td>{t.figures[figure.name]}</Table.Td>
                {courses.map((course) => (
                  <Table.Td key={course.name} ta="right" className="numbers">
                    {shown(figure.of(course))}
                  </Table.Td>
                ))}
                <Table.Td ta="right" className="numbers" fw={600}>
                  {change(
                    figure.of({ ...result.replayed, name: 'replayed' }),
                    figure.of({ ...result.simulated, name: 'simulated' }),
                  )}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </section>
      <Text size="xs" c="dimmed">
        {t.withPeople(formatWhole(result.people), result.personalLimit)}
      </Text>
    </ChartPanel>
  );
}

const shown = (value: number | null): string => (value === null ? '–' : formatNumber(value));

function change(before: number | null, after: number | null): string {
  const difference = differenceOf(before, after);
  return difference === null ? '–' : `${difference > 0 ? '+' : ''}${formatPercent(difference)}`;
}
