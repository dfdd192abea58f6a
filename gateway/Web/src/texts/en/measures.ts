interface Measure {
  name: string;
  formula?: string;
  text: string;
  note?: string;
}

const measure = (name: string, formula: string, text: string, note?: string): Measure => ({
  name,
  ...(formula ? { formula } : {}),
  text,
  ...(note ? { note } : {}),
});

/**
 * How each figure is measured, word for word what the services compute. c is when the request was accepted, m when it
 * was committed, s when it first entered a column in progress, f when it entered Done.
 */
export const measures = {
  wip: measure(
    'Work in progress',
    'WIP(t) = #{ i : s ≤ t < f }',
    'Items that were begun and not finished at a moment. The average is weighted by time: the time that items spent in progress within the window, divided by the window.',
    'The identity ∫WIP dt = Σ time of the items inside the window is exact for every window, and tested.',
  ),
  throughput: measure(
    'Throughput',
    'throughput(T) = #{ i : f ∈ T }',
    'Items finished in a period. A count, never a sum of sizes. Days on which nothing was finished count as zero.',
    'Cancelled items leave the work in progress and are no throughput.',
  ),
  rates: measure(
    'Arrival, commitment and departure',
    'net flow = departures / commitments',
    'How many items were accepted (c), committed by an agreement (m) and finished (f) in the window. Below 1, more was committed than finished: work piles up.',
  ),
  cycleTime: measure(
    'Cycle time',
    'CT = f − s',
    'From the first entry into a column in progress to the entry into Done. An item that was reopened counts to its last entry into Done.',
    'Percentiles by nearest rank: each of them is a real item. Below ten items they say too little and are not shown.',
  ),
  leadTime: measure(
    'Lead time',
    'LT = f − m',
    'From the commitment, the entry into the first column by an agreed outcome, to the entry into Done.',
    'The customer’s lead time begins earlier, at acceptance: f − c.',
  ),
  percentile: measure(
    'Percentiles and the mean',
    'value number ⌈p · n⌉ in ascending order',
    'Nearest rank, without interpolation, so that a percentile is a real item. Half of the items were faster than the 50th percentile, whatever the few very long ones did to the mean.',
  ),
  sle: measure(
    'Service level expectation',
    'smallest d with #{ i : CT ≤ d } / n ≥ p',
    'The team’s promise: so many days, with such a probability. It is kept by an item when its cycle time is at most the days that were in force when the item was begun.',
    'Attainment is the share of items finished in the window that kept it.',
  ),
  aging: measure(
    'Age and pace lines',
    'A(t) = t − s',
    'How long the items in progress have been so. The grounds show how old finished items were when they left each column: 50, 85 and 95% of them had left it by then.',
    'An item above the 85% line is slower than most were at the same place.',
  ),
  cumulative: measure(
    'Cumulative flow',
    'Dₖ(t) = items that ever entered column k or a later one by t',
    'No line falls or crosses another. The height of a band is the work that stands there; its width, read across, is about how long items stay.',
    'First entries count. Moves backwards are a line of their own.',
  ),
  backflow: measure(
    'Moves backwards',
    '',
    'Entries into a column before the one that the item came from. Work that is sent back is work done twice, or begun too early.',
  ),
  waste: measure(
    'Waste account',
    'Σ Tₖ = LT, to the tick · waste = LT − active time',
    'At each moment of its lead time an item has one cause, by this precedence: blocked, waiting for approval, waiting for a person (no avatar on it), in a queue, worked on. So the causes add up to the lead time exactly.',
    'Computed from events alone; nobody keeps a timer. Waiting for agreement lies before the commitment and is told beside it.',
  ),
  waitingForAgreement: measure(
    'Waiting for agreement',
    'm − c',
    'From acceptance of the request to the commitment: how long it took until those who ask agreed that it was worth doing next.',
  ),
  efficiency: measure(
    'Flow efficiency',
    'Σ active time / Σ lead time',
    'Of the time that items were on the board, the share in which somebody worked on them: in an active column, with an avatar placed, not blocked, and no approval pending.',
    'A ratio of sums, so that long items weigh as much as they lasted.',
  ),
  meanOfRatios: measure(
    'Mean of the items’ own efficiencies',
    'mean( active time / lead time )',
    'Each item weighs the same, however long it took. It is another figure than the flow efficiency, and mostly a higher one.',
  ),
  blocked: measure(
    'Blocked time',
    'Σ length of the union of blocked intervals',
    'Of the items finished in the window. Two blockers at once count once; so the reasons may add up to more than the total. The rate is items ever blocked / items finished.',
  ),
  littlesLaw: measure(
    'Check by Little’s law',
    '(throughput × cycle time − WIP) / WIP',
    'In a steady flow the three sides agree. None of them is computed from the others: the residual shows how far the window is from a steady flow, for example because work piled up or old items were finished at last.',
  ),
  limitUse: measure(
    'Use of limits',
    '∫ occupancy dt / ∫ limit dt',
    'How much of each limit was taken, weighted by time, and the share of the time that it was full. The limit is the one in force at each moment.',
    'A limit that is never full limits nothing; one that is always full is where to look first.',
  ),
  avatarLoad: measure(
    'Load of avatars',
    'placed avatars / avatars',
    'How many of a person’s avatars stood on cards of this board, weighted by time. It says nothing about how much or how well anybody works.',
  ),
  categoryShare: measure(
    'Share of a category',
    'throughput of the category / throughput',
    'How the finished items, and the time in progress, went to the categories; beside it what the allocation of the board asks for.',
  ),
  allocation: measure(
    'Deviation from the allocation',
    '½ Σ | share − target |',
    'The share of the capacity that would have had to go elsewhere to be as agreed: 0 is as agreed, 1 all elsewhere. The targets are the rooms kept for the categories.',
  ),
  starvation: measure(
    'Starvation',
    'longest m − c',
    'The longest wait of what was committed in the window, and the most replenishments in a row without an item of the category. What was never committed is not on this board, and is not counted here.',
  ),
  debt: measure(
    'Flow of technical debt',
    'net paydown = out − in',
    'Technical debt committed (in), finished (out) and on the board at the end of the window (stock), with the age of the stock since acceptance.',
  ),
  monteCarlo: measure(
    'Monte Carlo forecast',
    '10 000 runs, days drawn with replacement',
    'The past window’s days are drawn again and again, those on which nothing was finished with the others. It assumes that the coming days will be like these, and nothing else: no estimates, no sizes.',
    'Seed, input digest and version are told: with them anybody gets the same answer.',
  ),
  howMany: measure(
    'How many by then',
    'promised at p = the (1 − p) percentile of the sums',
    'The numbers of items in so many drawn days, sorted; at 85% the number that 85% of the runs reached.',
  ),
  when: measure(
    'When are so many done',
    'p percentile of the number of days',
    'Days are drawn until so many items are done; at 85% the day by which 85% of the runs were ready, counted from the end of the window.',
  ),
  calibration: measure(
    'Calibration',
    'Brier score = mean( (p − outcome)² )',
    'Each week of the past a forecast is made from the days before it alone, and compared with what happened. Of the promises at 85%, 85% ought to come true: more is caution, less is no promise. The Brier score is 0 at best.',
  ),
  simulator: measure(
    'Simulator of limits',
    '',
    'The items finished in the window are replayed: at the times at which they were committed, with the work that each needed in each column, under other limits and with so many people. The replay under the present limits, against what happened, tells how far to trust it; only replay against replay is the effect of the limits.',
  ),
  experiment: measure(
    'Evidence of an experiment',
    'permutation test, 5% false alarms · block-bootstrap 95% interval',
    'The days since the start against as many before it. p is the chance of so large an effect without any; the power is the chance that the smallest effect that matters would be seen in so long a time.',
    'The tool says what the data say and what they cannot say. The team decides.',
  ),
  benefit: measure(
    'Benefit report',
    'after − before, with a block-bootstrap 95% interval',
    'Two windows of equal length, before and after a day. Where the interval contains zero, the difference may be chance.',
    'Figures are compared only where they are defined alike on both sides; else there is no comparison.',
  ),
} satisfies Record<string, Measure>;
