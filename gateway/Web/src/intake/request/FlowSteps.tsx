import { IconCheck } from '@tabler/icons-react';
import { texts } from '../../texts';
import { DAY } from '../../ui/format';
import type { FlowStep } from '../model/steps';
import { formatLength } from '../parts/length';
import classes from './FlowSteps.module.css';

const t = texts.requestPage;

/** The way from the question to the answer, and where the request is on it. */
export function FlowSteps({ steps }: { steps: readonly FlowStep[] }) {
  return (
    <ol className={classes.steps} aria-label={t.flow}>
      {steps.map((step, index) => (
        <li
          key={step.name}
          className={classes.step}
          data-state={step.state}
          aria-current={step.state === 'now' ? 'step' : undefined}
        >
          <span className={classes.mark} aria-hidden>
            {step.state === 'past' ? <IconCheck size={15} stroke={2.4} /> : index + 1}
          </span>
          <span className={classes.words}>
            <span className={classes.name}>
              {t.steps[step.name]}
              <span className="visually-hidden">{`: ${t.stepStates[step.state]}`}</span>
            </span>
            <span className={classes.note}>{noteOf(step)}</span>
          </span>
        </li>
      ))}
    </ol>
  );
}

function noteOf({ name, state, length }: FlowStep): string {
  if (length === null) {
    return t.stepNotes[name];
  }
  const said = formatLength(length / DAY);
  return state === 'now' ? t.sinceStep(said) : t.took(said);
}
