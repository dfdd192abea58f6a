import { Button, Group, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useRef } from 'react';
import { Problem } from '../../api/problem';
import { texts } from '../../texts';
import { showDone } from '../../ui/announce';
import { Page } from '../../ui/Page';
import { Panel } from '../../ui/Panel';
import { EmptyState, ErrorState, LoadingRows } from '../../ui/states';
import { useDraft } from '../../ui/useDraft';
import { UrgencyFields, WorkFields } from '../parts/KindFields';
import { Notice } from '../parts/Notice';
import { teamsQuery } from '../queries';
import { NO_DRAFT } from './draft';
import { SubjectFields } from './SubjectFields';
import { useAsking } from './useAsking';
import { useSubmit } from './useSubmit';

const t = texts.submit;

/** Asks for something. Nothing that is typed is lost before it is sent. */
export function SubmitPage() {
  const asking = useAsking();
  return (
    <Page title={t.title} lead={t.lead}>
      {!asking.isKnown && <LoadingRows rows={4} height={72} />}
      {asking.isKnown && asking.customers.length === 0 && (
        <EmptyState title={t.noCustomer}>{t.noCustomerLead}</EmptyState>
      )}
      {asking.customers.length > 0 && <SubmitForm asking={asking} />}
    </Page>
  );
}

function SubmitForm({ asking }: { asking: ReturnType<typeof useAsking> }) {
  const [draft, setDraft, clear] = useDraft('submit', NO_DRAFT);
  const submit = useSubmit(clear);
  const teams = useQuery(teamsQuery);
  const form = useRef<HTMLFormElement>(null);
  const customer = draft.customer || asking.customers[0]?.id || '';
  const team = draft.team || (asking.isCustomer ? '' : (asking.myTeam ?? ''));
  const fields = submit.error instanceof Problem ? submit.error.fields : {};
  const isEmpty = JSON.stringify(draft) === JSON.stringify(NO_DRAFT);
  const send = (event: FormEvent) => {
    event.preventDefault();
    submit.mutate(
      { draft: { ...draft, team }, customer },
      // What was refused is read first.
      { onError: () => form.current?.scrollIntoView({ block: 'start' }) },
    );
  };
  return (
    <form ref={form} onSubmit={send}>
      <Stack gap="md">
        {submit.isError && <ErrorState error={submit.error} />}
        <SubjectFields
          draft={{ ...draft, customer, team }}
          onDraft={setDraft}
          customers={asking.customers}
          teams={teams.data?.items ?? []}
          isTeamNeeded={!asking.isCustomer && asking.myTeam !== undefined}
          errors={fields}
        />
        <Panel title={t.kind}>
          <Stack gap="md">
            <WorkFields kind={draft.kind} onKind={(kind) => setDraft({ ...draft, kind })} />
            {!asking.isTeamsOwn(customer, draft.kind.category) && <Notice tone="warn">{t.teamsOwn}</Notice>}
          </Stack>
        </Panel>
        <Panel title={t.when}>
          <Stack gap="md">
            <UrgencyFields kind={draft.kind} onKind={(kind) => setDraft({ ...draft, kind })} errors={fields} />
          </Stack>
        </Panel>
        <Group>
          <Button type="submit" loading={submit.isPending}>
            {t.send}
          </Button>
          <Button
            variant="subtle"
            color="gray"
            disabled={isEmpty}
            onClick={() => {
              clear();
              submit.reset();
              showDone(t.cleared);
            }}
          >
            {t.clear}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
