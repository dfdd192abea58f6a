import { useQuery } from '@tanstack/react-query';
import { texts } from '../../texts';
import { LateItems } from '../overview/LateItems';
import classes from '../overview/Overview.module.css';
import {
  AgingTile,
  BlockedTile,
  CategoriesTile,
  CycleTimeTile,
  EfficiencyTile,
  ExpectationTile,
  ThroughputTile,
  WipTile,
} from '../overview/tiles';
import { agingQuery } from '../queries';
import { useFlow } from '../useFlow';

/** The whole flow at a glance; each figure leads to its page. */
export default function Overview() {
  const { scope } = useFlow();
  const aging = useQuery(agingQuery(scope));
  return (
    <>
      <ul className={classes.tiles} aria-label={texts.flow.overview.figures}>
        <ThroughputTile />
        <WipTile />
        <CycleTimeTile />
        <ExpectationTile />
        <AgingTile />
        <EfficiencyTile />
        <BlockedTile />
        <CategoriesTile />
      </ul>
      {aging.data && <LateItems answer={aging.data} />}
    </>
  );
}
