import type { Icon } from '@tabler/icons-react';
import {
  IconAdjustmentsHorizontal,
  IconChartArea,
  IconChartBar,
  IconChartDots,
  IconChartHistogram,
  IconClockPause,
  IconCrystalBall,
  IconFlask,
  IconGauge,
  IconHourglassHigh,
  IconLayoutDashboard,
  IconPercentage,
  IconScale,
  IconStack2,
  IconTrendingUp,
} from '@tabler/icons-react';
import { type ComponentType, type LazyExoticComponent, lazy } from 'react';
import { texts } from '../texts';

const names = texts.flow.views;

export interface View {
  id: string;
  name: string;
  icon: Icon;
  group: string;
  /** The window or the filters say nothing to it. */
  isUnfiltered?: boolean;
  component: LazyExoticComponent<ComponentType>;
}

const groups = texts.flow.groups;
const view = (
  id: keyof typeof names,
  group: string,
  icon: Icon,
  component: LazyExoticComponent<ComponentType>,
  isUnfiltered = false,
): View => ({ id, name: names[id], group, icon, component, isUnfiltered });

/** The pages of Flow, in the order in which one looks. */
export const VIEWS: View[] = [
  view(
    'overview',
    groups.flow,
    IconLayoutDashboard,
    lazy(() => import('./views/Overview')),
  ),
  view(
    'cumulative',
    groups.flow,
    IconChartArea,
    lazy(() => import('./views/CumulativeFlow')),
  ),
  view(
    'cycle-time',
    groups.flow,
    IconChartDots,
    lazy(() => import('./views/CycleTime')),
  ),
  view(
    'aging',
    groups.flow,
    IconHourglassHigh,
    lazy(() => import('./views/Aging')),
  ),
  view(
    'throughput',
    groups.flow,
    IconChartBar,
    lazy(() => import('./views/Throughput')),
  ),
  view(
    'wip',
    groups.flow,
    IconStack2,
    lazy(() => import('./views/WorkInProgress')),
  ),
  view(
    'waste',
    groups.waste,
    IconChartHistogram,
    lazy(() => import('./views/Waste')),
  ),
  view(
    'efficiency',
    groups.waste,
    IconPercentage,
    lazy(() => import('./views/Efficiency')),
  ),
  view(
    'blocked',
    groups.waste,
    IconClockPause,
    lazy(() => import('./views/Blocked')),
  ),
  view(
    'categories',
    groups.capacity,
    IconScale,
    lazy(() => import('./views/Categories')),
  ),
  view(
    'limits',
    groups.capacity,
    IconGauge,
    lazy(() => import('./views/Limits')),
  ),
  view(
    'forecast',
    groups.ahead,
    IconCrystalBall,
    lazy(() => import('./views/Forecasts')),
  ),
  view(
    'simulator',
    groups.ahead,
    IconAdjustmentsHorizontal,
    lazy(() => import('./views/Simulator')),
  ),
  view(
    'experiments',
    groups.improve,
    IconFlask,
    lazy(() => import('./views/Experiments')),
    true,
  ),
  view(
    'benefit',
    groups.improve,
    IconTrendingUp,
    lazy(() => import('./views/Benefit')),
    true,
  ),
];

export const viewOf = (id: string): View | undefined => VIEWS.find((one) => one.id === id);
