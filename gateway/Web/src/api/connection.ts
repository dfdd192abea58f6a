/** Whether the gateway was reached the last time: what the banner shows, and what heals it. */
type Listener = () => void;

class Connection {
  private lost = false;
  private readonly listeners = new Set<Listener>();
  private timer: ReturnType<typeof setTimeout> | undefined;

  readonly subscribe = (listener: Listener): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly isLost = (): boolean => this.lost;

  reached(): void {
    if (this.lost) {
      this.lost = false;
      clearTimeout(this.timer);
      this.tell();
    }
  }

  failed(): void {
    if (!this.lost) {
      this.lost = true;
      this.tell();
      this.probe(1000);
    }
  }

  private probe(wait: number): void {
    this.timer = setTimeout(async () => {
      try {
        const answer = await fetch('/health/live', { cache: 'no-store' });
        if (answer.ok) {
          this.reached();
          return;
        }
      } catch {
        // Still away.
      }
      this.probe(Math.min(wait * 2, 15_000));
    }, wait);
  }

  private tell(): void {
    for (const listener of this.listeners) {
      listener();
    }
  }
}

export const connection = new Connection();

if (typeof window !== 'undefined') {
  window.addEventListener('offline', () => connection.failed());
}
