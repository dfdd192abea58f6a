import { describe, expect, it } from 'vitest';
import { type ChartData, csvOf, fileNameOf, shown } from './csv';

interface Row {
  key: string;
  days: number | null;
}

const dataOf = (rows: Row[]): ChartData<Row> => ({
  rows,
  columns: [
    { name: 'Key', value: (row) => row.key },
    { name: 'Cycle time, days', value: (row) => row.days, show: (row) => `${row.days} d`, isNumber: true },
  ],
});

describe('csv', () => {
  it('has a header and a line a row, with unrounded numbers', () => {
    expect(csvOf(dataOf([{ key: 'FS-1', days: 1 / 3 }]))).toBe('Key,"Cycle time, days"\r\nFS-1,0.3333333333333333\r\n');
  });

  it('quotes commas, quotes and line breaks, and leaves what is not there empty', () => {
    const text = csvOf(dataOf([{ key: 'A "b", c\nd', days: null }]));
    expect(text.split('\r\n')[1]).toBe('"A ""b"", c\nd",');
  });

  it('makes text that begins like a formula harmless, but leaves negative numbers as they are', () => {
    const lines = csvOf(dataOf([{ key: '=HYPERLINK("x")', days: -2.5 }])).split('\r\n');
    expect(lines[1]).toBe('"\'=HYPERLINK(""x"")",-2.5');
  });

  it('shows people the written form, and a dash for nothing', () => {
    const [key, days] = dataOf([]).columns;
    expect(days && shown(days, { key: '', days: 2 })).toBe('2 d');
    expect(key && shown({ ...key, value: () => null }, { key: '', days: 0 })).toBe('–');
  });

  it('names files so that every file system takes them', () => {
    expect(fileNameOf(['Finance Systems', 'cycle-time', '2026-01-01'], 'csv')).toBe(
      'finance-systems_cycle-time_2026-01-01.csv',
    );
    expect(fileNameOf(['../Ärger?', ''], 'png')).toBe('ärger.png');
  });
});
