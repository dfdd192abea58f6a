import { Text } from '@mantine/core';
import { texts } from '../../texts';
import { useBoardScope } from '../BoardContext';
import type { CardDetail } from '../types';
import { AiAssistance } from './AiAssistance';
import { Blockers } from './Blockers';
import { CardActsBar } from './CardActsBar';
import { CardFacts } from './CardFacts';
import { Checklist } from './Checklist';
import { Lineage } from './Lineage';
import { Links } from './Links';
import { Section } from './Section';
import { Tags } from './Tags';

export function DetailsTab({ detail }: { detail: CardDetail }) {
  const { mayWork } = useBoardScope();
  const isArchived = detail.card.archivedAt != null;
  const mayWrite = mayWork && !isArchived;
  return (
    <>
      <Section>
        {isArchived && (
          <Text size="sm" c="dimmed" mb="sm">
            {texts.card.archivedLead}
          </Text>
        )}
        {mayWork && <CardActsBar detail={detail} />}
        <CardFacts detail={detail} mayWrite={mayWrite} />
        <Tags card={detail.card} mayWrite={mayWrite} />
      </Section>
      <Blockers detail={detail} mayWrite={mayWrite} />
      <Checklist detail={detail} mayWrite={mayWrite} />
      <Links detail={detail} mayWrite={mayWrite} />
      <Lineage detail={detail} />
      <AiAssistance card={detail.card} mayWrite={mayWrite} />
    </>
  );
}
