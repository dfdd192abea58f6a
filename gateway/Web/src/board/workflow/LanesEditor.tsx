import { NumberInput, SimpleGrid } from '@mantine/core';
import { texts } from '../../texts';
import { Panel } from '../../ui/Panel';
import { CLASSES, type ClassOfService } from '../types';
import type { WorkflowDraft } from './draft';
import type { ErrorAt } from './errorsAt';
import { Reason } from './Reason';

const t = texts.workflow;
const LIMITED = CLASSES.filter((one) => one !== 'Expedite');

interface LanesEditorProps {
  draft: WorkflowDraft;
  onChange: (part: Partial<WorkflowDraft>) => void;
  errorAt: ErrorAt;
}

/** Limits of the lanes, of people and of experiments. */
export function LanesEditor({ draft, onChange, errorAt }: LanesEditorProps) {
  const { classLimits } = draft;
  const setClass = (classOfService: ClassOfService, value: number | string) => {
    const at = classLimits.findIndex((one) => one.classOfService === classOfService);
    const place = at < 0 ? classLimits.length : at;
    const next = value === '' ? [] : [{ classOfService, wipLimit: Number(value) }];
    onChange({ classLimits: classLimits.toSpliced(place, 1, ...next) });
  };
  return (
    <Panel title={t.lanes} note={t.lanesNote}>
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
        <NumberInput
          label={t.expedite}
          min={0}
          allowDecimal={false}
          value={draft.expediteLimit}
          error={errorAt('expediteLimit')}
          onChange={(value) => onChange({ expediteLimit: Number(value) })}
        />
        {LIMITED.map((one) => {
          const at = classLimits.findIndex((limit) => limit.classOfService === one);
          return (
            <NumberInput
              key={one}
              label={t.classLimit(texts.words.class[one])}
              placeholder={t.noLimit}
              min={1}
              allowDecimal={false}
              value={classLimits[at]?.wipLimit ?? ''}
              error={at < 0 ? undefined : errorAt(`classLimits[${at}].wipLimit`)}
              onChange={(value) => setClass(one, value)}
            />
          );
        })}
        <NumberInput
          label={t.personal}
          min={1}
          max={2}
          allowDecimal={false}
          value={draft.personalLimit}
          error={errorAt('personalLimit')}
          onChange={(value) => onChange({ personalLimit: Number(value) })}
        />
        <NumberInput
          label={t.experiments}
          min={1}
          max={20}
          allowDecimal={false}
          value={draft.experimentLimit}
          error={errorAt('experimentLimit')}
          onChange={(value) => onChange({ experimentLimit: Number(value) })}
        />
      </SimpleGrid>
      <Reason text={errorAt('classLimits')} />
    </Panel>
  );
}
