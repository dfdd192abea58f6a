import { Collapse, Select, SimpleGrid, Stack, TextInput, UnstyledButton } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconChevronDown } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { customersQuery } from '../../app/directory';
import { useRights } from '../../app/person';
import { texts } from '../../texts';
import { timeZone } from '../../ui/format';
import { Panel } from '../../ui/Panel';
import type { ImportChoice } from '../model/mapping';
import { teamsQuery } from '../queries';
import { CATEGORIES, PRACTICES, type ProfileName } from '../types';
import classes from './Columns.module.css';
import type { Wizard } from './useWizard';

const t = texts.imports;
const PROFILES: readonly ProfileName[] = ['ServiceNow', 'Jira', 'GitHub', 'Generic'];
const ZONES = [...new Set(['UTC', timeZone, ...Intl.supportedValuesOf('timeZone')])];

/** Who asks, who delivers, and what kind of file it is. */
export function MeaningPanel({ wizard }: { wizard: Wizard }) {
  const { choice, setChoice } = wizard;
  const rights = useRights();
  const customers = useQuery(customersQuery);
  const teams = useQuery(teamsQuery);
  const set = (part: Partial<ImportChoice>) => setChoice({ ...choice, ...part });
  const mine = (teams.data?.items ?? []).filter((one) => rights.isAdmin || rights.isInTeam(one.id));
  return (
    <Panel title={t.meaning}>
      <Stack gap="md">
        <SimpleGrid cols={{ base: 1, sm: 3 }} spacing="md">
          <Select
            label={t.profile}
            description={t.profileHelp}
            allowDeselect={false}
            data={PROFILES.map((value) => ({ value, label: t.profiles[value] }))}
            value={choice.profile}
            onChange={(profile) => set({ profile: (profile ?? 'Generic') as ProfileName, columns: {}, states: {} })}
          />
          <Select
            label={t.customer}
            description={t.customerHelp}
            placeholder={t.choosePlaceholder}
            required
            allowDeselect={false}
            data={(customers.data ?? [])
              .filter((one) => one.isActive)
              .map(({ id, name }) => ({ value: id, label: name }))}
            value={choice.customer || null}
            onChange={(customer) => set({ customer: customer ?? '' })}
          />
          <Select
            label={t.team}
            description={t.teamHelp}
            placeholder={t.choosePlaceholder}
            required
            allowDeselect={false}
            data={mine.map(({ id, name }) => ({ value: id, label: name }))}
            value={choice.team || null}
            onChange={(team) => set({ team: team ?? '' })}
          />
        </SimpleGrid>
        <Details choice={choice} set={set} source={wizard.fit?.source ?? ''} />
      </Stack>
    </Panel>
  );
}

interface DetailsProps {
  choice: ImportChoice;
  set: (part: Partial<ImportChoice>) => void;
  source: string;
}

function Details({ choice, set, source }: DetailsProps) {
  const [isOpen, { toggle }] = useDisclosure(false);
  return (
    <div>
      <UnstyledButton className={classes.more} aria-expanded={isOpen} onClick={toggle}>
        <IconChevronDown size={16} aria-hidden data-open={isOpen || undefined} /> {t.more}
      </UnstyledButton>
      <Collapse expanded={isOpen}>
        <SimpleGrid cols={{ base: 1, sm: 3 }} spacing="md" pt="sm">
          <TextInput
            label={t.source}
            description={t.sourceHelp}
            placeholder={source}
            maxLength={60}
            value={choice.source}
            onChange={(event) => set({ source: event.currentTarget.value })}
          />
          <Select
            label={t.encoding}
            description={t.encodingHelp}
            allowDeselect={false}
            data={(['Utf8', 'Windows1252'] as const).map((value) => ({ value, label: t.encodings[value] }))}
            value={choice.encoding}
            onChange={(encoding) => set({ encoding: encoding === 'Windows1252' ? 'Windows1252' : 'Utf8' })}
          />
          <TextInput
            label={t.dateFormat}
            description={t.dateFormatHelp}
            value={choice.dateFormat}
            onChange={(event) => set({ dateFormat: event.currentTarget.value })}
          />
          <Select
            label={t.timeZone}
            description={t.timeZoneHelp}
            searchable
            allowDeselect={false}
            limit={40}
            data={ZONES}
            value={choice.timeZone}
            onChange={(zone) => set({ timeZone: zone ?? 'UTC' })}
          />
          <Select
            label={t.defaultCategory}
            description={t.defaultHelp}
            placeholder={t.asProfile}
            clearable
            data={CATEGORIES.map((value) => ({ value, label: texts.words.category[value] }))}
            value={choice.category || null}
            onChange={(category) => set({ category: (category ?? '') as ImportChoice['category'] })}
          />
          <Select
            label={t.defaultPractice}
            description={t.defaultHelp}
            placeholder={t.asProfile}
            clearable
            data={PRACTICES.map((value) => ({ value, label: texts.request.practice[value] }))}
            value={choice.practice || null}
            onChange={(practice) => set({ practice: (practice ?? '') as ImportChoice['practice'] })}
          />
        </SimpleGrid>
      </Collapse>
    </div>
  );
}
