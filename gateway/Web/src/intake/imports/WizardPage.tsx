import { Button, Group, Progress, Stack, Text } from '@mantine/core';
import { texts } from '../../texts';
import { formatPercent } from '../../ui/format';
import { Page } from '../../ui/Page';
import { ErrorState, LoadingRows } from '../../ui/states';
import { Notice } from '../parts/Notice';
import { ColumnsPanel } from './ColumnsPanel';
import { FilePanel } from './FilePanel';
import { MeaningPanel } from './MeaningPanel';
import { PreviewPanel } from './PreviewPanel';
import { StatesPanel } from './StatesPanel';
import { formatSize } from './size';
import { useWizard, type Wizard } from './useWizard';

const t = texts.imports;

/** From a file to an import, step below step: nothing is hidden behind a next button, nothing stored before the start. */
export function WizardPage() {
  const wizard = useWizard();
  const { chosen, inspection, take } = wizard;
  const note = chosen && inspection.data && t.size(formatSize(chosen.file.size), inspection.data.columns.length);
  return (
    <Page title={t.wizard} lead={t.wizardLead}>
      <Stack gap="md">
        <FilePanel file={chosen?.file ?? null} note={note ?? undefined} onFile={(file) => take.mutate(file)} />
        {take.isError && <ErrorState error={take.error} />}
        {chosen && inspection.isPending && <LoadingRows rows={4} />}
        {chosen && inspection.isError && <ErrorState error={inspection.error} />}
        {chosen && inspection.data && wizard.fit && <Mapping wizard={wizard} />}
        {chosen && inspection.isError && <MeaningPanel wizard={wizard} />}
      </Stack>
    </Page>
  );
}

function Mapping({ wizard }: { wizard: Wizard }) {
  const { inspection, fit, choice, setChoice } = wizard;
  if (!inspection.data || !fit) {
    return null;
  }
  const suggested = inspection.data.suggested;
  return (
    <>
      <Notice tone={suggested ? 'good' : 'warn'} title={suggested ? t.detected(t.profiles[suggested]) : t.notDetected}>
        {suggested ? t.detectedNote : t.notDetectedNote}
      </Notice>
      <MeaningPanel wizard={wizard} />
      <ColumnsPanel choice={choice} onChoice={setChoice} fit={fit} inspection={inspection.data} />
      <StatesPanel choice={choice} onChoice={setChoice} fit={fit} inspection={inspection.data} />
      <PreviewPanel wizard={wizard} />
      <Start wizard={wizard} />
    </>
  );
}

function Start({ wizard }: { wizard: Wizard }) {
  const { chosen, choice, missing, start, share } = wizard;
  const isReady = choice.customer !== '' && choice.team !== '' && missing.length === 0;
  return (
    <Stack gap="sm">
      {start.isError && <ErrorState error={start.error} />}
      {start.isPending && share !== null && (
        <div role="status">
          <Text size="sm" mb={4}>
            {t.sending(formatPercent(share))}
          </Text>
          <Progress value={share * 100} aria-label={t.sending(formatPercent(share))} />
        </div>
      )}
      <Group>
        <Button
          size="md"
          disabled={!isReady}
          loading={start.isPending}
          onClick={() => chosen && start.mutate(chosen.file)}
        >
          {t.start}
        </Button>
        {!isReady && (
          <Text size="sm" c="dimmed">
            {missing.length > 0 ? t.missing(missing.map((field) => t.fields[field]).join(', ')) : t.neededFirst}
          </Text>
        )}
      </Group>
    </Stack>
  );
}
