import { AppShell } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { Outlet, useLocation } from '@tanstack/react-router';
import { Suspense, useEffect } from 'react';
import { texts } from '../texts';
import { Tour } from '../tour/Tour';
import { AnnouncementRegion } from '../ui/announce';
import { LoadingRows } from '../ui/states';
import { ConnectionBanner } from './ConnectionBanner';
import { Header } from './Header';
import { Navigation } from './Navigation';
import classes from './Shell.module.css';
import { Shortcuts } from './Shortcuts';

/** The frame around every screen. */
export function Shell() {
  const [isOpen, navigation] = useDisclosure(false);
  const { pathname } = useLocation();
  // biome-ignore lint/correctness/useExhaustiveDependencies: another screen closes the navigation on a narrow one.
  useEffect(() => navigation.close(), [pathname]);
  return (
    <>
      <a className={classes.skip} href="#content">
        {texts.frame.skip}
      </a>
      <AppShell
        header={{ height: 52 }}
        navbar={{ width: { base: 240, sm: 60, lg: 208 }, breakpoint: 'sm', collapsed: { mobile: !isOpen } }}
        padding={0}
      >
        <AppShell.Header className={classes.header ?? ''}>
          <Header isNavigationOpen={isOpen} onNavigation={navigation.toggle} />
        </AppShell.Header>
        <AppShell.Navbar className={classes.navbar ?? ''} aria-label={texts.frame.navigation}>
          <Navigation />
        </AppShell.Navbar>
        <AppShell.Main className={classes.main ?? ''}>
          <ConnectionBanner />
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, also where nothing in it takes the focus */}
          <div id="content" className={classes.content} tabIndex={0}>
            <Suspense fallback={<LoadingRows />}>
              <Outlet />
            </Suspense>
          </div>
        </AppShell.Main>
      </AppShell>
      <Shortcuts />
      <Tour />
      <AnnouncementRegion />
    </>
  );
}
