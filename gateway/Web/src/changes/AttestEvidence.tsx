import { Autocomplete, SegmentedControl, TextInput } from '@mantine/core';
import { useState } from 'react';
import { api, dataOf } from '../api/client';
import { texts } from '../texts';
import { FormDialog } from '../ui/FormDialog';
import type { Change } from './queries';
import { useReadAnew } from './useReadAnew';

const t = texts.changes;
/** As controls of the sector name them; others can be typed. */
const KINDS = ['test', 'review', 'security-scan', 'acceptance'];

/** Attests a test of what the change names now. Whoever does it is a tester of the change from then on. */
export function AttestEvidence({ change, onClose }: { change: Change; onClose: () => void }) {
  const { id, version, key } = change.change;
  const [kind, setKind] = useState('test');
  const [reference, setReference] = useState('');
  const [passed, setPassed] = useState(true);
  const readAnew = useReadAnew(id);
  const attest = async () => {
    await dataOf(
      api.changes.POST('/changes/{id}/evidence', {
        params: { path: { id } },
        headers: { 'If-Match': `"${version}"` },
        body: { kind, reference, passed },
      }),
    );
    await readAnew();
  };
  return (
    <FormDialog
      title={`${t.attest}: ${key}`}
      lead={t.attestLead}
      button={t.attest}
      isOpen
      onClose={onClose}
      onSend={attest}
      fields={['kind', 'reference']}
    >
      {(errorOf) => (
        <>
          <Autocomplete label={t.kind} required data={KINDS} value={kind} error={errorOf('kind')} onChange={setKind} />
          <TextInput
            label={t.reference}
            placeholder={t.referenceHint}
            required
            data-autofocus
            value={reference}
            error={errorOf('reference')}
            onChange={(event) => setReference(event.currentTarget.value)}
          />
          <SegmentedControl
            aria-label={t.passedOrNot}
            value={passed ? 'passed' : 'failed'}
            onChange={(value) => setPassed(value === 'passed')}
            data={[
              { value: 'passed', label: t.passed },
              { value: 'failed', label: t.failed },
            ]}
          />
        </>
      )}
    </FormDialog>
  );
}
