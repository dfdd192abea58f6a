import { Alert, Button, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { wordsOf } from '../../api/problem';
import { texts } from '../../texts';
import { Lines } from '../../ui/states';
import { WordsDialog } from '../parts/WordsDialog';
import type { Request } from '../types';
import { useDeciding } from './AcceptDialog';
import classes from './TriagePage.module.css';
import type { Triage, Undoable } from './useTriage';

const t = texts.triage;

interface BatchBarProps {
  requests: readonly Request[];
  triage: Triage;
  onDecided: (requestIds: readonly string[]) => void;
  onClear: () => void;
}

/** The same decision about several requests. Each is decided by itself, so one that is refused stops no other. */
export function BatchBar({ requests, triage, onDecided, onClear }: BatchBarProps) {
  const [isDeclining, setDeclining] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [failures, setFailures] = useState<string[]>([]);
  const deciding = useDeciding();
  const decideAll = async (decide: (request: Request) => Promise<Undoable>) => {
    setBusy(true);
    const decided: string[] = [];
    const undoables: Undoable[] = [];
    const failed: string[] = [];
    for (const request of requests) {
      try {
        undoables.push(await decide(request));
        decided.push(request.id);
      } catch (error) {
        const { title, lines } = wordsOf(error);
        failed.push(`${request.key}: ${lines[0] ?? title}`);
      }
    }
    setBusy(false);
    setFailures(failed);
    onDecided(decided);
    if (decided.length > 0) {
      triage.offerAll(undoables);
    }
  };
  return (
    <section className={classes.batch} aria-label={t.selected(requests.length)}>
      <Group gap="xs">
        <Text size="sm" fw={600}>
          {t.selected(requests.length)}
        </Text>
        <Button
          size="xs"
          loading={isBusy}
          onClick={() => void decideAll((one) => triage.acceptOne(one, deciding(one)))}
        >
          {t.asItIs}
        </Button>
        <Button size="xs" variant="default" disabled={isBusy} onClick={() => setDeclining(true)}>
          {t.decline}
        </Button>
        <Button size="xs" variant="subtle" color="gray" disabled={isBusy} onClick={onClear}>
          {t.clearSelection}
        </Button>
      </Group>
      {failures.length > 0 && (
        <Alert role="alert" color="red" variant="light" mt="xs" title={t.batchFailed(failures.length)}>
          <Lines lines={failures} />
        </Alert>
      )}
      <WordsDialog
        name="decline:batch"
        title={t.declineMany(requests.length)}
        lead={t.declineLead}
        label={texts.common.reason}
        button={t.decline}
        isDanger
        isOpen={isDeclining}
        onClose={() => setDeclining(false)}
        onSend={(reason) => decideAll((one) => triage.declineOne(one, reason))}
      />
    </section>
  );
}
