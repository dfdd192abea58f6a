import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useSyncExternalStore } from 'react';
import { connection } from '../api/connection';
import { texts } from '../texts';
import { announce } from '../ui/announce';
import classes from './ConnectionBanner.module.css';

/** Says that the connection is lost, and reads everything anew when it is back. */
export function ConnectionBanner() {
  const isLost = useSyncExternalStore(connection.subscribe, connection.isLost);
  const client = useQueryClient();
  const wasLost = useRef(false);
  useEffect(() => {
    if (wasLost.current && !isLost) {
      announce(texts.frame.healed);
      void client.invalidateQueries();
    }
    wasLost.current = isLost;
  }, [isLost, client]);
  return (
    <div role="status" aria-live="polite">
      {isLost && <p className={classes.banner}>{texts.frame.lostDetail}</p>}
    </div>
  );
}
