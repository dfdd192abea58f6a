import { Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { texts } from '../../texts';
import { formatPercent } from '../../ui/format';
import { Row, Rows } from '../../ui/Rows';
import { StatusTag } from '../parts/StatusTag';
import { draftDuplicatesQuery } from '../queries';
import classes from './DuplicateHints.module.css';

const t = texts.submit;

/** Open requests that are alike, while somebody still types. */
export function DuplicateHints({ title }: { title: string }) {
  const [asked] = useDebouncedValue(title.trim().slice(0, 300), 300);
  const { data } = useQuery(draftDuplicatesQuery(asked));
  const found = asked.length >= 4 ? (data ?? []).slice(0, 5) : [];
  return (
    <div role="status" aria-live="polite">
      {found.length > 0 && (
        <section className={classes.hints} aria-label={t.hints(found.length)}>
          <div className={classes.head}>
            <Text size="sm" fw={600}>
              {t.hints(found.length)}
            </Text>
            <Text size="xs" c="dimmed">
              {t.hintsLead}
            </Text>
          </div>
          <Rows>
            {found.map((one) => (
              <Row
                key={one.id}
                to={`/requests/${one.id}`}
                title={`${one.key}  ${one.title}`}
                note={t.alike(formatPercent(one.similarity))}
                side={<StatusTag status={one.status} />}
              />
            ))}
          </Rows>
        </section>
      )}
    </div>
  );
}
