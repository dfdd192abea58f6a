import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { api, dataOf } from '../api/client';
import { teamQuery } from '../app/directory';
import { texts } from '../texts';
import { Page } from '../ui/Page';
import { QueryState } from '../ui/QueryState';
import { MembersPanel } from './MembersPanel';

const ROLES = { member: texts.admin.member, lead: texts.admin.lead };

export function TeamPage() {
  const { teamId } = useParams({ from: '/shell/teams/$teamId' });
  const query = useQuery(teamQuery(teamId));
  const path = (personId: string) => ({ params: { path: { teamId, personId } } });
  return (
    <Page title={query.data?.name ?? texts.admin.teams} lead={query.data?.function}>
      <QueryState query={query}>
        {(team) => (
          <MembersPanel
            members={team.members}
            roles={ROLES}
            reads={['team', 'teams']}
            onAppoint={(personId, role) =>
              dataOf(
                api.identity.PUT('/identity/teams/{teamId}/members/{personId}', { ...path(personId), body: { role } }),
              )
            }
            onRelease={(personId) =>
              dataOf(api.identity.DELETE('/identity/teams/{teamId}/members/{personId}', path(personId)))
            }
          />
        )}
      </QueryState>
    </Page>
  );
}
