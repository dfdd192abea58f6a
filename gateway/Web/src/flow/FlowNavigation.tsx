import { Link } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { texts } from '../texts';
import classes from './FlowNavigation.module.css';
import { useFlow } from './useFlow';
import { VIEWS } from './views';

const groups = Object.values(texts.flow.groups);

/** The pages of Flow; window and filters go along. */
export function FlowNavigation() {
  const { boardId } = useFlow();
  const list = useRef<HTMLElement>(null);
  useEffect(() => {
    list.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'center' });
  }, []);
  return (
    <nav ref={list} className={classes.navigation} aria-label={texts.flow.navigation}>
      {groups.map((group) => (
        <div key={group} className={classes.group}>
          <p className={classes.heading}>{group}</p>
          <ul className={classes.list}>
            {VIEWS.filter((view) => view.group === group).map(({ id, name, icon: Icon }) => (
              <li key={id}>
                <Link
                  to="/flow/$boardId/$view"
                  params={{ boardId, view: id }}
                  search={(search) => search}
                  className={classes.link}
                  activeProps={{ className: classes.active ?? '' }}
                  activeOptions={{ includeSearch: false }}
                >
                  <Icon size={17} stroke={1.7} aria-hidden />
                  {name}
                </Link>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </nav>
  );
}
