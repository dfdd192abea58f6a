import { useEffect, useEffectEvent } from 'react';
import { commandOf, type TriageCommand } from '../model/queue';

const TYPED = 'input:not([type="checkbox"]), textarea, select, [contenteditable], [role="textbox"], [role="combobox"]';

function isFor(event: KeyboardEvent, command: TriageCommand): boolean {
  const target = event.target instanceof HTMLElement ? event.target : null;
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || target?.closest(TYPED)) {
    return false;
  }
  // Enter and the arrows keep their meaning on what is pressed or chosen with them, and in what lies over the page.
  const isOnControl = target?.closest('button, a, [role="menuitem"]') != null;
  const isOver = target?.closest('[role="dialog"], [role="menu"], [role="listbox"]') != null;
  return !isOver && !(isOnControl && command === 'open' && !target.closest('[data-request]'));
}

/** Letters decide, j and k walk. Nothing is taken from somebody who types or is in a dialog. */
export function useTriageKeyboard(isOff: boolean, run: (command: TriageCommand) => void): void {
  const tell = useEffectEvent(run);
  useEffect(() => {
    if (isOff) {
      return;
    }
    const onKey = (event: KeyboardEvent) => {
      const command = commandOf(event.key);
      if (command && isFor(event, command)) {
        event.preventDefault();
        tell(command);
      }
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [isOff]);
}
