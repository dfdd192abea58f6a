import { ActionIcon, Button, Group, Select } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { PersonPicker } from '../app/PersonPicker';
import { useRights } from '../app/person';
import { texts } from '../texts';
import { Face } from '../ui/Face';
import { Panel } from '../ui/Panel';
import { Row, Rows } from '../ui/Rows';
import { useAct } from './useAct';

const t = texts.admin;

interface MembersPanelProps {
  members: { personId: string; name: string; role: string }[];
  /** The roles that there are, as the service names them, with their words. */
  roles: Record<string, string>;
  reads: string[];
  onAppoint: (personId: string, role: string) => Promise<unknown>;
  onRelease: (personId: string) => Promise<unknown>;
}

/** Who belongs to a team or acts for a customer, and as what. */
export function MembersPanel({ members, roles, reads, onAppoint, onRelease }: MembersPanelProps) {
  const { isAdmin } = useRights();
  const [person, setPerson] = useState<string | null>(null);
  const [role, setRole] = useState(Object.keys(roles)[0] ?? '');
  const data = Object.entries(roles).map(([value, label]) => ({ value, label }));
  const appoint = useAct((one: { personId: string; role: string }) => onAppoint(one.personId, one.role), reads);
  const release = useAct(onRelease, reads);
  return (
    <Panel title={t.members} isFlush>
      <Rows>
        {members.map((member) => (
          <Row
            key={member.personId}
            start={<Face id={member.personId} name={member.name} size={30} />}
            title={member.name}
            side={
              isAdmin ? (
                <Group gap={4} wrap="nowrap">
                  <Select
                    size="xs"
                    w={140}
                    aria-label={`${t.role}: ${member.name}`}
                    data={data}
                    value={member.role}
                    allowDeselect={false}
                    onChange={(value) => value && appoint.mutate({ personId: member.personId, role: value })}
                  />
                  <ActionIcon aria-label={t.release(member.name)} onClick={() => release.mutate(member.personId)}>
                    <IconX size={16} />
                  </ActionIcon>
                </Group>
              ) : (
                (roles[member.role] ?? member.role)
              )
            }
          />
        ))}
      </Rows>
      {isAdmin && (
        <Group p="md" align="flex-end" gap="xs">
          <PersonPicker label={t.addMember} value={person} onChange={setPerson} />
          <Select
            label={t.role}
            w={150}
            data={data}
            value={role}
            allowDeselect={false}
            onChange={(v) => v && setRole(v)}
          />
          <Button
            disabled={person === null}
            loading={appoint.isPending}
            onClick={() => person && appoint.mutate({ personId: person, role }, { onSuccess: () => setPerson(null) })}
          >
            {texts.common.add}
          </Button>
        </Group>
      )}
    </Panel>
  );
}
