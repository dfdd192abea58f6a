import { describe, expect, it } from 'vitest';
import { columnOf, isShown, mappingOf, missingFields, NO_CHOICE, queryOfChoice, stateWords } from './mapping';
import { anInspection } from './testing';

const inspection = anInspection();
const fit = inspection.profiles[0] ?? { profile: 'Generic', source: '', fields: [], states: {} };

describe('mapping the columns of a file', () => {
  it('misses what is needed until a column is chosen for it', () => {
    expect(missingFields(NO_CHOICE, fit)).toEqual(['Reference']);
    expect(missingFields({ ...NO_CHOICE, columns: { Reference: 'ID' } }, fit)).toEqual([]);
  });

  it('prefers what was chosen to what the profile found', () => {
    expect(columnOf(NO_CHOICE, fit, 'State')).toBe('Stand');
    expect(columnOf({ ...NO_CHOICE, columns: { State: 'ID' } }, fit, 'State')).toBe('ID');
  });

  it('hides fields that are neither needed nor found', () => {
    expect(fit.fields.filter(({ field }) => isShown(NO_CHOICE, fit, field)).map((one) => one.field)).toEqual([
      'Reference',
      'State',
    ]);
  });

  it('knows the words of the profile whatever their case, and those that were explained', () => {
    const choice = { ...NO_CHOICE, states: { Offen: 'Waiting' as const } };

    expect(stateWords(choice, fit, inspection)).toEqual([
      { word: 'Offen', outcome: 'Waiting', isChosen: true },
      { word: 'done', outcome: 'Done', isChosen: false },
      { word: 'Zu', outcome: undefined, isChosen: false },
    ]);
  });

  it('sends nothing that was not said', () => {
    expect(mappingOf(NO_CHOICE)).toEqual({});
    expect(queryOfChoice(NO_CHOICE, 'Csv').toString()).toBe('profile=Generic&encoding=Utf8&format=Csv');
  });

  it('sends all that was said', () => {
    const choice = {
      ...NO_CHOICE,
      customer: 'c',
      columns: { Reference: 'ID' },
      dateFormat: ' dd.MM.yyyy ',
      timeZone: 'Europe/Berlin',
      category: 'Project' as const,
    };

    const query = queryOfChoice(choice, 'Csv');

    expect(query.get('customerId')).toBe('c');
    expect(JSON.parse(query.get('mapping') ?? '')).toEqual({
      columns: { Reference: 'ID' },
      dateFormats: ['dd.MM.yyyy'],
      timeZone: 'Europe/Berlin',
      category: 'Project',
    });
  });
});
