import { Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { Problem, wordsOf } from '../api/problem';
import { texts } from '../texts';

const t = texts.board;

/** Why the server refused: each limit with what stands against it, and what would make room. */
function Refusal({ problem }: { problem: Problem }) {
  if (problem.violations.length === 0) {
    const advice = t.room_advice[problem.code];
    return (
      <Text size="sm">
        {problem.status === 412 ? t.staleDetail : (wordsOf(problem).lines[0] ?? problem.message)} {advice}
      </Text>
    );
  }
  return (
    <Stack gap={8}>
      {problem.violations.map((violation) => (
        <div key={`${violation.code}${violation.scope}`}>
          <Text size="sm">{violation.message}</Text>
          {violation.occupants && violation.occupants.length > 0 && (
            <Text size="xs" c="dimmed">
              {t.inTheWay} {violation.occupants.slice(0, 6).join(', ')}
              {violation.occupants.length > 6 ? ' …' : ''}
            </Text>
          )}
          {t.room_advice[violation.code] && (
            <Text size="sm" fw={550}>
              {t.room_advice[violation.code]}
            </Text>
          )}
        </div>
      ))}
    </Stack>
  );
}

export function explainRefusal(error: unknown, title: string): void {
  if (!(error instanceof Problem)) {
    throw error;
  }
  notifications.show({
    color: error.isNetwork ? 'gray' : 'red',
    title: error.status === 412 ? t.staleTitle : error.status === 409 ? title : error.message,
    message: <Refusal problem={error} />,
    autoClose: 15_000,
    withBorder: true,
    role: 'alert',
  });
}
