/** One server-sent event. */
export interface LiveEvent {
  id: string | null;
  name: string;
  data: string;
}

/** Reads the text of an event stream piece by piece, as the HTML standard describes it. */
export class EventParser {
  private rest = '';
  private id: string | null = null;
  private name = '';
  private data: string[] = [];

  /** The events that the piece completes. */
  read(piece: string): LiveEvent[] {
    const lines = (this.rest + piece).split(/\r\n|\n|\r(?!$)/);
    this.rest = lines.pop() ?? '';
    const events: LiveEvent[] = [];
    for (const line of lines) {
      if (line === '') {
        this.complete(events);
      } else {
        this.field(line);
      }
    }
    return events;
  }

  private complete(events: LiveEvent[]): void {
    if (this.data.length > 0 || this.name !== '') {
      events.push({ id: this.id, name: this.name === '' ? 'message' : this.name, data: this.data.join('\n') });
    }
    this.name = '';
    this.data = [];
  }

  private field(line: string): void {
    const colon = line.indexOf(':');
    if (colon === 0) {
      return;
    }
    const field = colon < 0 ? line : line.slice(0, colon);
    const value = colon < 0 ? '' : line.slice(colon + 1).replace(/^ /, '');
    if (field === 'data') {
      this.data.push(value);
    } else if (field === 'event') {
      this.name = value;
    } else if (field === 'id' && !value.includes('\0')) {
      this.id = value;
    }
  }
}
