import type { Category, Encoding, ImportField, Inspection, Outcome, Practice, ProfileFit, ProfileName } from '../types';

/** What a person says about a file; what is absent stays as the profile has it. */
export interface ImportChoice {
  profile: ProfileName;
  customer: string;
  team: string;
  source: string;
  encoding: Encoding;
  timeZone: string;
  dateFormat: string;
  columns: Partial<Record<ImportField, string>>;
  states: Record<string, Outcome>;
  category: Category | '';
  practice: Practice | '';
}

export const NO_CHOICE: ImportChoice = {
  profile: 'Generic',
  customer: '',
  team: '',
  source: '',
  encoding: 'Utf8',
  timeZone: 'UTC',
  dateFormat: '',
  columns: {},
  states: {},
  category: '',
  practice: '',
};

export const fitOf = (inspection: Inspection, profile: ProfileName): ProfileFit | undefined =>
  inspection.profiles.find((fit) => fit.profile === profile);

/** The column that a field is read from, as chosen or as the profile finds it. */
export const columnOf = (choice: ImportChoice, fit: ProfileFit, field: ImportField): string | undefined =>
  choice.columns[field] ?? fit.fields.find((one) => one.field === field)?.column ?? undefined;

/** Needed fields without a column: the file would be refused as a whole. */
export const missingFields = (choice: ImportChoice, fit: ProfileFit): ImportField[] =>
  fit.fields.filter((one) => one.isRequired && !columnOf(choice, fit, one.field)).map((one) => one.field);

/** The fields worth showing: needed ones, found ones and chosen ones; the rest is asked for. */
export const isShown = (choice: ImportChoice, fit: ProfileFit, field: ImportField): boolean =>
  fit.fields.some((one) => one.field === field && one.isRequired) || columnOf(choice, fit, field) !== undefined;

export interface StateWord {
  word: string;
  outcome: Outcome | undefined;
  isChosen: boolean;
}

/** The different words in the column of states, with what they mean. */
export function stateWords(choice: ImportChoice, fit: ProfileFit, inspection: Inspection): StateWord[] {
  const name = columnOf(choice, fit, 'State');
  const column = inspection.columns.find((one) => one.name === name);
  const known = new Map(Object.entries(fit.states).map(([word, outcome]) => [word.toLowerCase(), outcome]));
  return (column?.samples ?? []).map((word) => ({
    word,
    outcome: choice.states[word] ?? known.get(word.toLowerCase()),
    isChosen: word in choice.states,
  }));
}

/** What was chosen as the service reads it, in the query of an import or a preview. */
export function queryOfChoice(choice: ImportChoice, format: string): URLSearchParams {
  const mapping = mappingOf(choice);
  const query = new URLSearchParams({ profile: choice.profile, encoding: choice.encoding, format });
  const optional = {
    customerId: choice.customer,
    teamId: choice.team,
    source: choice.source.trim(),
    mapping: Object.keys(mapping).length === 0 ? '' : JSON.stringify(mapping),
  };
  for (const [name, value] of Object.entries(optional)) {
    if (value !== '') {
      query.set(name, value);
    }
  }
  return query;
}

export function mappingOf(choice: ImportChoice): Record<string, unknown> {
  const mapping: Record<string, unknown> = {};
  if (Object.keys(choice.columns).length > 0) {
    mapping.columns = choice.columns;
  }
  if (Object.keys(choice.states).length > 0) {
    mapping.states = choice.states;
  }
  if (choice.dateFormat.trim() !== '') {
    mapping.dateFormats = [choice.dateFormat.trim()];
  }
  if (choice.timeZone !== 'UTC') {
    mapping.timeZone = choice.timeZone;
  }
  if (choice.category !== '') {
    mapping.category = choice.category;
  }
  if (choice.practice !== '') {
    mapping.practice = choice.practice;
  }
  return mapping;
}
