import { texts } from '../../texts';
import { Facts } from '../../ui/Facts';
import { formatDate, formatInstant } from '../../ui/format';
import { Tag } from '../../ui/Tag';
import type { RequestDetail } from '../types';
import { CategoryMark, PriorityMark } from './Kind';

const t = texts.request;

/** All that is known of a request itself. */
export function RequestFacts({ detail }: { detail: RequestDetail }) {
  const { request } = detail;
  return (
    <Facts
      facts={[
        [t.fields.customer, detail.customerName ?? t.unknownCustomer],
        [t.fields.requester, detail.requesterName],
        [t.fields.team, detail.teamName ?? t.noTeam],
        [t.fields.practice, t.practice[request.practice]],
        [t.fields.category, <CategoryMark key="category" category={request.category} />],
        [t.fields.class, texts.words.class[request.classOfService]],
        [t.fields.dueDate, request.dueDate ? formatDate(request.dueDate) : null],
        [
          t.fields.priority,
          <span key="priority">
            <PriorityMark priority={request.priority} />{' '}
            {t.severities(t.severity[request.impact], t.severity[request.urgency])}
          </span>,
        ],
        [t.fields.regulated, request.isRegulated ? <Tag tone="warn">{t.fields.regulated}</Tag> : null],
        [t.fields.source, request.source ? t.fromSource(request.source, request.externalReference ?? '') : null],
        [t.fields.submitted, formatInstant(request.submittedAt)],
      ]}
    />
  );
}
