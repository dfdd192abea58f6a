import { describe, expect, it } from 'vitest';
import { EventParser } from './eventParser';

describe('event parser', () => {
  it('completes an event at the empty line, wherever the pieces are cut', () => {
    const parser = new EventParser();
    const text = 'id: 7\nevent: Moved\ndata: {"a":1}\n\nid: 8\nevent: heartbeat\ndata: null\n\n';

    const events = [...text].flatMap((letter) => parser.read(letter));

    expect(events).toEqual([
      { id: '7', name: 'Moved', data: '{"a":1}' },
      { id: '8', name: 'heartbeat', data: 'null' },
    ]);
  });

  it('keeps the last id, joins lines of data and skips comments', () => {
    const parser = new EventParser();

    const events = parser.read('id: 3\ndata: a\ndata: b\n\n: still here\ndata: c\n\n');

    expect(events).toEqual([
      { id: '3', name: 'message', data: 'a\nb' },
      { id: '3', name: 'message', data: 'c' },
    ]);
  });

  it('tells nothing of an event that is not complete', () => {
    expect(new EventParser().read('event: Moved\ndata: {}\n')).toEqual([]);
  });

  it('reads lines that end with carriage return and line feed', () => {
    expect(new EventParser().read('event: Moved\r\ndata: x\r\n\r\n')).toEqual([{ id: null, name: 'Moved', data: 'x' }]);
  });
});
