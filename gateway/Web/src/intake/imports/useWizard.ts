import { useDebouncedValue } from '@mantine/hooks';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useSession } from '../../app/person';
import { useDraft } from '../../ui/useDraft';
import { fitOf, type ImportChoice, missingFields, NO_CHOICE, queryOfChoice } from '../model/mapping';
import { importQuery } from '../queries';
import type { Inspection, Preview } from '../types';
import { formatOf, look, sampleOf, upload } from './sending';

interface Chosen {
  file: File;
  sample: Uint8Array<ArrayBuffer>;
  /** Tells one choice of a file from the next, also of the same name. */
  number: number;
}

/** A file on its way to being an import: chosen, inspected, mapped, previewed, sent. What was said of it is kept. */
export function useWizard() {
  const session = useSession();
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const [kept, setKept, forget] = useDraft<ImportChoice>('import', NO_CHOICE);
  const [share, setShare] = useState<number | null>(null);
  const client = useQueryClient();
  const navigate = useNavigate();
  const choice = { ...kept, team: kept.team || (session.teams[0]?.teamId ?? '') };
  const format = formatOf(chosen?.file.name ?? '');

  const inspection = useQuery({
    queryKey: ['import', 'inspection', chosen?.number, choice.encoding],
    queryFn: () => {
      const query = new URLSearchParams({ format, encoding: choice.encoding });
      return look<Inspection>('imports:inspect', chosen?.sample ?? new Uint8Array(), query);
    },
    enabled: chosen !== null,
    staleTime: Number.POSITIVE_INFINITY,
  });
  const fit = inspection.data ? fitOf(inspection.data, choice.profile) : undefined;
  const missing = fit ? missingFields(choice, fit) : [];
  const asked = queryOfChoice(choice, format).toString();
  const [query] = useDebouncedValue(asked, 300);
  const preview = useQuery({
    queryKey: ['import', 'preview', chosen?.number, query],
    queryFn: () => look<Preview>('imports:preview', chosen?.sample ?? new Uint8Array(), new URLSearchParams(query)),
    enabled: chosen !== null && fit !== undefined && missing.length === 0 && query === asked,
    placeholderData: (before) => before,
  });
  const take = useMutation({
    mutationFn: async (file: File) => {
      const sample = await sampleOf(file);
      const first = new URLSearchParams({ format: formatOf(file.name), encoding: kept.encoding });
      const found = await look<Inspection>('imports:inspect', sample, first).catch(() => null);
      return { file, sample, suggested: found?.suggested };
    },
    onSuccess: ({ file, sample, suggested }) => {
      setChosen({ file, sample, number: Date.now() });
      // Another file has other columns and words: what was said of the last one's is not carried over.
      setKept({ ...kept, profile: suggested ?? 'Generic', columns: {}, states: {} });
    },
  });
  const start = useMutation({
    mutationFn: (file: File) => upload(file, queryOfChoice(choice, format), setShare),
    onSuccess: async (started) => {
      forget();
      client.setQueryData(importQuery(started.id).queryKey, started);
      void client.invalidateQueries({ queryKey: ['imports', 'list'] });
      await navigate({ to: '/imports/$importId', params: { importId: started.id } });
    },
    onSettled: () => setShare(null),
  });
  return { chosen, take, choice, setChoice: setKept, inspection, fit, missing, preview, start, share };
}

export type Wizard = ReturnType<typeof useWizard>;
