import { Alert, Button, Group, Text } from '@mantine/core';
import { IconFileText, IconUpload } from '@tabler/icons-react';
import { type DragEvent, useRef, useState } from 'react';
import { texts } from '../../texts';
import { Panel } from '../../ui/Panel';
import classes from './FilePanel.module.css';
import { LARGEST } from './sending';
import { formatSize } from './size';

const t = texts.imports;

interface FilePanelProps {
  file: File | null;
  note: string | undefined;
  onFile: (file: File) => void;
}

/** The file, dropped or chosen. What is too large is said here, before anything is sent. */
export function FilePanel({ file, note, onFile }: FilePanelProps) {
  const [isOver, setOver] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const input = useRef<HTMLInputElement>(null);
  const take = (chosen: File | undefined) => {
    if (!chosen) {
      return;
    }
    const wrong = chosen.size === 0 ? t.empty : chosen.size > LARGEST ? t.tooLarge(formatSize(chosen.size)) : null;
    setProblem(wrong);
    if (wrong === null) {
      onFile(chosen);
    }
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files[0]);
  };
  const choose = () => input.current?.click();
  return (
    <Panel title={t.file}>
      <input
        ref={input}
        type="file"
        className="visually-hidden"
        tabIndex={-1}
        aria-label={t.choose}
        accept=".csv,.ndjson,.jsonl,.txt,text/csv,application/x-ndjson"
        onChange={(event) => {
          take(event.currentTarget.files?.[0]);
          event.currentTarget.value = '';
        }}
      />
      {problem && (
        <Alert role="alert" color="red" variant="light" mb="sm">
          {problem}
        </Alert>
      )}
      <section
        aria-label={t.drop}
        className={classes.drop}
        data-over={isOver || undefined}
        data-chosen={file !== null || undefined}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        {file ? (
          <Group justify="space-between" gap="sm" w="100%">
            <Group gap="sm" wrap="nowrap" miw={0}>
              <IconFileText size={28} stroke={1.5} className={classes.icon} aria-hidden />
              <div className={classes.words}>
                <Text fw={600} size="sm" className={classes.name ?? ''}>
                  {file.name}
                </Text>
                <Text size="xs" c="dimmed">
                  {note ?? formatSize(file.size)}
                </Text>
              </div>
            </Group>
            <Button variant="default" size="xs" onClick={choose}>
              {t.other}
            </Button>
          </Group>
        ) : (
          <>
            <IconUpload size={32} stroke={1.5} className={classes.icon} aria-hidden />
            <Text fw={600}>{t.drop}</Text>
            <Text size="sm" c="dimmed" maw={460}>
              {t.dropHelp}
            </Text>
            <Button mt="xs" onClick={choose}>
              {t.choose}
            </Button>
          </>
        )}
      </section>
    </Panel>
  );
}
