import { Checkbox, Select, SimpleGrid, TextInput } from '@mantine/core';
import { texts } from '../../texts';
import { CATEGORIES, CLASSES, type Kind, PRACTICES, SEVERITIES } from '../types';

const t = texts.request;

/** Helps of different lengths keep the fields in line. */
const BELOW: ('label' | 'input' | 'description' | 'error')[] = ['label', 'input', 'description', 'error'];

export type FieldErrors = Readonly<Record<string, string[]>>;

interface KindFieldsProps {
  kind: Kind;
  onKind: (kind: Kind) => void;
  errors?: FieldErrors;
}

/** A choice of words, none of which can be none. */
function Words<T extends string>(props: {
  label: string;
  help: string;
  value: T;
  values: readonly T[];
  words: Record<T, string>;
  onValue: (value: T) => void;
}) {
  return (
    <Select
      label={props.label}
      description={props.help}
      inputWrapperOrder={BELOW}
      allowDeselect={false}
      data={props.values.map((value) => ({ value, label: props.words[value] }))}
      value={props.value}
      onChange={(value) => value && props.onValue(value as T)}
    />
  );
}

/** Kind of request and category of work; the help below says what the choice means. */
export function WorkFields({ kind, onKind }: KindFieldsProps) {
  return (
    <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md">
      <Words
        label={t.fields.practice}
        help={t.practiceHelp[kind.practice]}
        value={kind.practice}
        values={PRACTICES}
        words={t.practice}
        onValue={(practice) => onKind({ ...kind, practice })}
      />
      <Words
        label={t.fields.category}
        help={t.categoryHelp[kind.category]}
        value={kind.category}
        values={CATEGORIES}
        words={texts.words.category}
        onValue={(category) => onKind({ ...kind, category })}
      />
    </SimpleGrid>
  );
}

/** Class of service, due date, and the two severities from which the priority follows. */
export function UrgencyFields({ kind, onKind, errors = {} }: KindFieldsProps) {
  const isDated = kind.classOfService === 'FixedDate';
  return (
    <>
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md">
        <Words
          label={t.fields.class}
          help={t.classHelp[kind.classOfService]}
          value={kind.classOfService}
          values={CLASSES}
          words={texts.words.class}
          onValue={(classOfService) => onKind({ ...kind, classOfService })}
        />
        <TextInput
          type="date"
          inputWrapperOrder={BELOW}
          label={t.fields.dueDate}
          description={isDated ? texts.requestPage.dueNeeded : texts.requestPage.dueOptional}
          required={isDated}
          value={kind.dueDate}
          error={errors.dueDate?.[0]}
          onChange={(event) => onKind({ ...kind, dueDate: event.currentTarget.value })}
        />
        <Words
          label={t.fields.impact}
          help={t.impactHelp}
          value={kind.impact}
          values={SEVERITIES}
          words={t.severity}
          onValue={(impact) => onKind({ ...kind, impact })}
        />
        <Words
          label={t.fields.urgency}
          help={t.urgencyHelp}
          value={kind.urgency}
          values={SEVERITIES}
          words={t.severity}
          onValue={(urgency) => onKind({ ...kind, urgency })}
        />
      </SimpleGrid>
      <Checkbox
        label={t.fields.regulated}
        description={t.regulatedHelp}
        checked={kind.isRegulated}
        onChange={(event) => onKind({ ...kind, isRegulated: event.currentTarget.checked })}
      />
    </>
  );
}
