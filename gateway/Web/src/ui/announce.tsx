import { notifications } from '@mantine/notifications';
import { wordsOf } from '../api/problem';
import { Lines } from './states';

const REGION = 'announcements';

/** Says something to screen readers, without a word to the eye. */
export function announce(text: string): void {
  const region = document.getElementById(REGION);
  if (region) {
    region.textContent = '';
    requestAnimationFrame(() => {
      region.textContent = text;
    });
  }
}

export function AnnouncementRegion() {
  return <div id={REGION} className="visually-hidden" role="status" aria-live="polite" />;
}

/** A refusal or failure: stays until it is read, and is spoken at once. */
export function showError(error: unknown, title?: string): void {
  const words = wordsOf(error);
  notifications.show({
    color: 'red',
    title: title ?? words.title,
    message: (
      <Lines lines={title ? [words.title, ...words.lines].slice(words.lines.length > 0 ? 1 : 0) : words.lines} />
    ),
    autoClose: 12_000,
    withBorder: true,
    role: 'alert',
  });
}

export function showDone(message: string): void {
  notifications.show({ color: 'green', message, autoClose: 3000, withBorder: true });
}
