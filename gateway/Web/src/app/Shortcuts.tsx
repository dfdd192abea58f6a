import { useNavigate } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useState } from 'react';
import { type Command, commands } from './commands';

const SearchDialog = lazy(() => import('../search/SearchDialog').then((m) => ({ default: m.SearchDialog })));
const HelpDialog = lazy(() => import('./HelpDialog').then((m) => ({ default: m.HelpDialog })));

const GO: Record<string, string> = {
  m: '/my-work',
  b: '/boards',
  f: '/flow',
  s: '/sessions',
  c: '/changes',
  r: '/requests',
  t: '/triage',
  w: '/workload',
  i: '/imports',
};
const CHORD_TIME = 1200;

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable ||
      target.closest('input, textarea, select, [role="textbox"], [role="combobox"]') !== null)
  );
}

/** Ctrl-K, ? and g followed by a letter; and the two dialogs that they open, loaded when first asked for. */
export function Shortcuts() {
  const [open, setOpen] = useState<Command | null>(null);
  const [known, setKnown] = useState<ReadonlySet<Command>>(new Set());
  const navigate = useNavigate();

  useEffect(() => {
    const show = (command: Command) => () => {
      setKnown((before) => new Set(before).add(command));
      setOpen(command);
    };
    const ends = [commands.register('search', show('search')), commands.register('help', show('help'))];
    return () => {
      for (const end of ends) {
        end();
      }
    };
  }, []);

  useEffect(() => {
    let chordUntil = 0;
    const onKey = (event: KeyboardEvent) => {
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') {
        event.preventDefault();
        commands.run('search');
        return;
      }
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || isTyping(event.target)) {
        return;
      }
      const target = performance.now() < chordUntil ? GO[event.key] : undefined;
      chordUntil = event.key === 'g' ? performance.now() + CHORD_TIME : 0;
      if (target) {
        event.preventDefault();
        void navigate({ to: target });
      } else if (event.key === '?') {
        commands.run('help');
      }
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [navigate]);

  const close = () => setOpen(null);
  return (
    <Suspense fallback={null}>
      {known.has('search') && <SearchDialog isOpen={open === 'search'} onClose={close} />}
      {known.has('help') && <HelpDialog isOpen={open === 'help'} onClose={close} />}
    </Suspense>
  );
}
