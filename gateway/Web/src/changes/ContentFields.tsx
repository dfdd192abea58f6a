import { MultiSelect, Select, SimpleGrid, Textarea, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { teamQuery } from '../app/directory';
import { texts } from '../texts';
import type { ErrorOf } from '../ui/fields';
import type { ContentDraft } from './content';
import type { RiskClass } from './queries';

const t = texts.changes;
const RISKS: RiskClass[] = ['Low', 'Medium', 'High'];
type TextField = Exclude<keyof ContentDraft, 'riskClass' | 'authors'>;

interface ContentFieldsProps {
  teamId: string | null;
  content: ContentDraft;
  onChange: (content: ContentDraft) => void;
  errorOf: ErrorOf;
}

/** What a change is: its purpose, its reach, and what proves it. Each field is a facet that approvals bind to. */
export function ContentFields({ teamId, content, onChange, errorOf }: ContentFieldsProps) {
  const team = useQuery({ ...teamQuery(teamId ?? ''), enabled: teamId !== null });
  const field = (name: TextField) => ({
    value: content[name],
    error: errorOf(name),
    onChange: (event: { currentTarget: { value: string } }) =>
      onChange({ ...content, [name]: event.currentTarget.value }),
  });
  return (
    <>
      <TextInput label={t.changeTitle} required data-autofocus {...field('title')} />
      <Textarea label={t.purpose} required autosize minRows={2} {...field('purpose')} />
      <Textarea label={t.scope} required autosize minRows={2} {...field('scope')} />
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <TextInput label={t.systems} placeholder={t.systemsHint} required {...field('systems')} />
        <Select
          label={t.risk}
          data={RISKS.map((value) => ({ value, label: t.risks[value] }))}
          value={content.riskClass}
          allowDeselect={false}
          onChange={(riskClass) => riskClass && onChange({ ...content, riskClass })}
        />
        <TextInput label={t.digest} {...field('implementationDigest')} />
        <MultiSelect
          label={t.authors}
          data={(team.data?.members ?? []).map((one) => ({ value: one.personId, label: one.name }))}
          value={content.authors}
          onChange={(authors) => onChange({ ...content, authors })}
        />
        <TextInput type="datetime-local" label={t.windowFrom} {...field('from')} />
        <TextInput type="datetime-local" label={t.windowTo} {...field('to')} />
      </SimpleGrid>
      <Textarea label={t.tests} autosize minRows={1} {...field('testEvidence')} />
      <Textarea label={t.backOut} autosize minRows={1} {...field('backOutPlan')} />
    </>
  );
}
