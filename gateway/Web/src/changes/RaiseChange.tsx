import { Button, Group, Modal, Select, SimpleGrid, Stack, Textarea, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { api, dataOf } from '../api/client';
import { useMe } from '../app/person';
import { cardQuery } from '../board/queries';
import { texts } from '../texts';
import { ErrorState } from '../ui/states';
import { useDraft } from '../ui/useDraft';
import type { RiskClass } from './queries';

const t = texts.changes;
const EMPTY = {
  title: '',
  category: 'Normal',
  purpose: '',
  scope: '',
  systems: '',
  riskClass: 'Medium' as RiskClass,
  digest: '',
  testEvidence: '',
  backOutPlan: '',
};
const CATEGORIES = ['Standard', 'Normal', 'Emergency'];
const RISKS: RiskClass[] = ['Low', 'Medium', 'High'];

interface RaiseChangeProps {
  isOpen: boolean;
  workItemId: string | undefined;
  onClose: () => void;
}

export function RaiseChange({ isOpen, workItemId, onClose }: RaiseChangeProps) {
  const me = useMe();
  const card = useQuery({ ...cardQuery(workItemId ?? ''), enabled: workItemId !== undefined });
  const [form, setForm, clear] = useDraft(`change:${workItemId ?? 'free'}`, EMPTY);
  const client = useQueryClient();
  const navigate = useNavigate();
  const title = form.title || (card.data?.card.title ?? '');
  const set = (part: Partial<typeof EMPTY>) => setForm({ ...form, ...part });
  const field = (name: 'title' | 'purpose' | 'scope' | 'systems' | 'digest' | 'testEvidence' | 'backOutPlan') => ({
    value: name === 'title' ? title : form[name],
    onChange: (event: { currentTarget: { value: string } }) => set({ [name]: event.currentTarget.value }),
  });
  const raise = useMutation({
    mutationFn: () =>
      dataOf(
        api.changes.POST('/changes', {
          body: {
            workItemId: workItemId ?? null,
            teamId: me.data?.teams[0]?.id ?? null,
            category: form.category,
            title,
            purpose: form.purpose,
            scope: form.scope,
            systems: form.systems
              .split(',')
              .map((s) => s.trim())
              .filter(Boolean),
            riskClass: form.riskClass,
            implementationDigest: form.digest || null,
            testEvidence: form.testEvidence || null,
            backOutPlan: form.backOutPlan || null,
          },
        }),
      ),
    onSuccess: async ({ change }) => {
      clear();
      await client.invalidateQueries({ queryKey: ['changes'] });
      await navigate({ to: '/changes/$changeId', params: { changeId: change.id } });
    },
  });
  return (
    <Modal opened={isOpen} onClose={onClose} title={t.raise} size="lg">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          raise.mutate();
        }}
      >
        <Stack gap="sm">
          {raise.isError && <ErrorState error={raise.error} />}
          <TextInput label={t.changeTitle} required data-autofocus {...field('title')} />
          <SimpleGrid cols={{ base: 1, xs: 2 }}>
            <Select
              label={t.category}
              data={CATEGORIES}
              value={form.category}
              allowDeselect={false}
              onChange={(category) => category && set({ category })}
            />
            <Select
              label={t.risk}
              data={RISKS.map((value) => ({ value, label: t.risks[value] }))}
              value={form.riskClass}
              allowDeselect={false}
              onChange={(value) => value && set({ riskClass: value as RiskClass })}
            />
          </SimpleGrid>
          <Textarea label={t.purpose} required autosize minRows={2} {...field('purpose')} />
          <Textarea label={t.scope} required autosize minRows={2} {...field('scope')} />
          <SimpleGrid cols={{ base: 1, xs: 2 }}>
            <TextInput label={t.systems} placeholder={t.systemsHint} required {...field('systems')} />
            <TextInput label={t.digest} {...field('digest')} />
          </SimpleGrid>
          <Textarea label={t.tests} autosize minRows={1} {...field('testEvidence')} />
          <Textarea label={t.backOut} autosize minRows={1} {...field('backOutPlan')} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {texts.common.cancel}
            </Button>
            <Button type="submit" loading={raise.isPending}>
              {t.raise}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
