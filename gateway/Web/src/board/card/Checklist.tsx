import { ActionIcon, Checkbox, Progress, TextInput } from '@mantine/core';
import { IconPencil, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { texts } from '../../texts';
import { addStep, changeStep, removeStep } from '../actions/noteActs';
import { useBoardScope } from '../BoardContext';
import type { CardDetail, Notes } from '../types';
import classes from './CardPanel.module.css';
import { LineForm } from './LineForm';
import { Section } from './Section';

const t = texts.card;

/** Steps to tick off; what was ticked shows at once and goes back when it is refused. */
export function Checklist({ detail, mayWrite }: { detail: CardDetail; mayWrite: boolean }) {
  const { actions } = useBoardScope();
  const { checklist } = detail.notes;
  const done = checklist.filter((item) => item.isDone).length;
  if (checklist.length === 0 && !mayWrite) {
    return null;
  }
  return (
    <Section title={t.checklist} aside={checklist.length > 0 && t.checklistDone(done, checklist.length)}>
      {checklist.length > 0 && (
        <Progress
          size={4}
          mb={6}
          value={(done / checklist.length) * 100}
          color={done === checklist.length ? 'green' : 'ink'}
          aria-label={t.checklistDone(done, checklist.length)}
        />
      )}
      <ul className={classes.list}>
        {checklist.map((item) => (
          <Step key={item.id} cardId={detail.card.id} item={item} mayWrite={mayWrite} />
        ))}
      </ul>
      {mayWrite && (
        <LineForm
          label={t.step}
          button={texts.common.add}
          onSend={(text) => actions.after(addStep(detail.card.id, text))}
        />
      )}
    </Section>
  );
}

interface StepProps {
  cardId: string;
  item: Notes['checklist'][number];
  mayWrite: boolean;
}

function Step({ cardId, item, mayWrite }: StepProps) {
  const { actions } = useBoardScope();
  const [ticked, setTicked] = useState<boolean | null>(null);
  const [wording, setWording] = useState<string | null>(null);
  const isDone = ticked ?? item.isDone;
  const tick = async () => {
    setTicked(!isDone);
    await actions.tell(changeStep(cardId, item.id, { isDone: !isDone }), t.checklist);
    setTimeout(() => setTicked(null), 600);
  };
  const reword = async () => {
    const text = wording?.trim();
    setWording(null);
    if (text && text !== item.text) {
      await actions.tell(changeStep(cardId, item.id, { text }), t.checklist);
    }
  };
  if (wording !== null) {
    return (
      <li className={classes.item}>
        <TextInput
          size="xs"
          flex={1}
          aria-label={t.stepText}
          autoFocus
          maxLength={200}
          value={wording}
          onChange={(event) => setWording(event.currentTarget.value)}
          onBlur={() => void reword()}
          onKeyDown={(event) => event.key === 'Enter' && void reword()}
        />
      </li>
    );
  }
  return (
    <li className={classes.item}>
      <Checkbox
        className={classes.text ?? ''}
        label={<span className={isDone ? classes.isDone : undefined}>{item.text}</span>}
        checked={isDone}
        disabled={!mayWrite}
        onChange={() => void tick()}
      />
      {mayWrite && (
        <span className={classes.quiet}>
          <ActionIcon aria-label={t.editStep(item.text)} onClick={() => setWording(item.text)}>
            <IconPencil size={15} />
          </ActionIcon>
          <ActionIcon
            aria-label={t.removeStep(item.text)}
            onClick={() => void actions.tell(removeStep(cardId, item.id), t.checklist)}
          >
            <IconTrash size={15} />
          </ActionIcon>
        </span>
      )}
    </li>
  );
}
