import { useState } from 'react';
import { texts } from '../../texts';
import { announce, showError } from '../../ui/announce';
import { stepTo, type TriageCommand } from '../model/queue';
import { useDeciding } from './AcceptDialog';
import { useMayDecide } from './DecisionPane';
import type { OpenDialog } from './TriageDialogs';
import type { Queue } from './useQueue';
import type { Triage } from './useTriage';
import { useTriageKeyboard } from './useTriageKeyboard';

const t = texts.triage;

interface Wishes {
  queue: Queue;
  triage: Triage;
  onSelect: (requestId: string) => void;
  onFilter: () => void;
  onRead: () => void;
  onPage: (requestId: string) => void;
}

/** What the keyboard and the buttons ask for, done to the request that is looked at. */
export function useCommands({ queue, triage, onSelect, onFilter, onRead, onPage }: Wishes) {
  const [dialog, setDialog] = useState<{ open: OpenDialog; requestId: string } | null>(null);
  const [isReading, setReading] = useState(false);
  const deciding = useDeciding();
  const mayDecide = useMayDecide();
  const { current, ids, requests } = queue;

  const walk = (command: TriageCommand) => {
    const next = stepTo(ids, current?.id ?? null, command);
    const found = requests.find((one) => one.id === next);
    if (next && found) {
      queue.setCurrent(next);
      announce(t.announce(found.key, found.title, ids.indexOf(next) + 1, ids.length));
    }
  };
  const read = () => {
    setReading(true);
    // Narrow screens show it only now.
    requestAnimationFrame(onRead);
  };
  const acceptNow = async () => {
    if (current?.status === 'Submitted') {
      try {
        await triage.accept(current, deciding(current));
      } catch (error) {
        showError(error);
      }
    }
  };
  const decide = (command: 'accept' | 'decline' | 'ask' | 'link' | 'acceptNow') => {
    if (!current || !mayDecide(current) || (command === 'accept' && current.status !== 'Submitted')) {
      return;
    }
    if (command === 'acceptNow') {
      void acceptNow();
    } else {
      setDialog({ open: command, requestId: current.id });
    }
  };
  const run = (command: TriageCommand): void => {
    const others: Partial<Record<TriageCommand, () => void>> = {
      open: read,
      select: () => current && onSelect(current.id),
      undo: () => void triage.undo(),
      page: () => current && onPage(current.id),
      filter: onFilter,
    };
    const other = others[command];
    if (other) {
      other();
    } else if (command === 'next' || command === 'previous' || command === 'first' || command === 'last') {
      walk(command);
    } else {
      decide(command as 'accept');
    }
  };
  // Only about the request that it was opened for: another one may have taken its place meanwhile.
  const about = requests.find((one) => one.id === dialog?.requestId) ?? null;
  const open = dialog && about ? dialog.open : null;
  useTriageKeyboard(open !== null, run);
  return {
    run,
    read,
    open,
    about,
    close: () => setDialog(null),
    isReading,
    back: () => setReading(false),
  };
}
