import { connection } from '../api/connection';
import { signInAgain } from '../api/session';
import { EventParser, type LiveEvent } from './eventParser';

export type LiveState = 'connecting' | 'live' | 'lost';

const FIRST_WAIT = 500;
const LONGEST_WAIT = 10_000;
/** The services send a sign of life every fifteen seconds; three missed ones are a dead line. */
const SILENCE = 45_000;
/** A page that nobody sees gives its line back: a browser has six of them for all its tabs. */
const UNSEEN = 60_000;

export interface LiveOptions {
  url: string;
  onEvent: (event: LiveEvent) => void;
  onState: (state: LiveState) => void;
}

/** A stream of events that connects again by itself, and goes on after the last event that it saw. */
export class LiveStream {
  private lastId: string | null = null;
  private wait = FIRST_WAIT;
  private isClosed = false;
  private abort = new AbortController();
  private timer: ReturnType<typeof setTimeout> | undefined;
  private unseen: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly options: LiveOptions) {
    document.addEventListener('visibilitychange', this.onVisibility);
    void this.run();
  }

  close(): void {
    this.isClosed = true;
    document.removeEventListener('visibilitychange', this.onVisibility);
    clearTimeout(this.timer);
    clearTimeout(this.unseen);
    this.abort.abort();
  }

  private readonly onVisibility = (): void => {
    clearTimeout(this.unseen);
    if (document.hidden) {
      this.unseen = setTimeout(() => this.abort.abort(), UNSEEN);
    } else if (this.abort.signal.aborted) {
      this.again(0);
    }
  };

  private again(wait: number): void {
    clearTimeout(this.timer);
    if (!this.isClosed && !(document.hidden && this.abort.signal.aborted && wait > 0)) {
      this.timer = setTimeout(() => void this.run(), wait);
    }
  }

  private async run(): Promise<void> {
    this.abort = new AbortController();
    try {
      const headers: Record<string, string> = { Accept: 'text/event-stream' };
      if (this.lastId !== null) {
        headers['Last-Event-ID'] = this.lastId;
      }
      const response = await fetch(this.options.url, { headers, cache: 'no-store', signal: this.abort.signal });
      if (response.status === 401) {
        await signInAgain();
      } else if (response.ok && response.body !== null) {
        await this.follow(response.body);
      }
    } catch {
      // Broken off: said below, and tried again.
    }
    if (!this.isClosed) {
      this.options.onState(document.hidden ? 'connecting' : 'lost');
      this.again(this.wait);
      this.wait = Math.min(this.wait * 2, LONGEST_WAIT);
    }
  }

  private async follow(body: ReadableStream<Uint8Array>): Promise<void> {
    const parser = new EventParser();
    const reader = body.pipeThrough(new TextDecoderStream() as ReadableWritablePair<string, Uint8Array>).getReader();
    for (;;) {
      const silence = setTimeout(() => this.abort.abort(), SILENCE);
      const { done, value } = await reader.read().finally(() => clearTimeout(silence));
      if (done) {
        return;
      }
      this.wait = FIRST_WAIT;
      connection.reached();
      this.options.onState('live');
      for (const event of parser.read(value)) {
        this.lastId = event.id ?? this.lastId;
        this.options.onEvent(event);
      }
    }
  }
}
