/** Forecasts and the simulator of limits. */
export const ahead = {
  forecast: {
    title: 'Forecast',
    question: 'What do you want to know?',
    questionNote: 'The window above is the history that is drawn from; a filter leaves only such items in it.',
    days: 'How many in … days',
    items: 'When are … items done',
    again: 'Draw again',
    tooFew: 'Too little history for a forecast',
    tooFewLead: 'Items were finished on fewer than ten days of the window. Choose a longer one, or come back later.',
    howMany: (days: number) => `How many in ${days === 1 ? 'a day' : `${days} days`}`,
    when: (items: number) => (items === 1 ? 'When is one item done' : `When are ${items} items done`),
    howManySummary: (items: string, days: number) =>
      `You can promise ${items} items within ${days} days and be right 85 times of 100, if the coming days are like those of the window.`,
    whenSummary: (day: string, items: number) =>
      `Say ${day} for ${items === 1 ? 'the item' : `these ${items}`}, and be right 85 times of 100, if the coming days are like those of the window.`,
    atLeast: (items: string, days: number) => `at least ${items} items in ${days} days`,
    confidence: 'Confidence',
    itemsAxis: 'items',
    daysAxis: 'days',
    inDays: 'Days',
    by: 'Done by',
    reproduce: (start: string, runs: number, seed: string, version: string, digest: string) =>
      `Counted from ${start}. ${runs} runs, seed ${seed}, ${version}, input ${digest}: the same again gives the same answer.`,
    calibration: 'How good past forecasts would have been',
    promisedAt: (confidence: string) => `Promised at ${confidence}`,
    cameTrue: (came: number, all: number) => `${came} of ${all} came true`,
    brier: 'Brier score',
    brierNote: '0 is best, 0.25 is a coin',
    past: (days: number) => `Past forecasts for ${days} days, and what happened`,
    pastSummary: (promises: number, share: string) =>
      `Of ${promises} past promises at 85 %, ${share} came true, each made from the days before it alone.`,
    pastPoint: (day: string, promised: string, happened: string) => `${day}: ${promised}; happened ${happened}`,
    noPast: (days: number) =>
      `A back-test takes ${2 * days} days of history and ${days} days after them. Choose a longer window or fewer days.`,
    happened: 'Happened',
    promisedBand: 'Promised, from the surest to the boldest',
    on: 'Made on',
  },
  simulator: {
    question: 'What if the limits had been others?',
    questionNote: 'The items finished in the window are replayed. Nothing on the board changes.',
    now: (limit: number | null) => (limit === null ? 'now: no limit' : `now ${limit}`),
    noLimit: 'no limit',
    people: 'People',
    peopleNote: 'empty: as before',
    asBefore: 'as before',
    personal: 'Items a person',
    run: 'Replay the history',
    reset: 'The present limits',
    unfiltered: 'The filters by category and class do not apply here: all items compete for the same room.',
    result: 'The replay',
    effect: (share: string, isShorter: boolean) =>
      `Under these limits 85 % of the items would have been done in ${share} ${isShorter ? 'less' : 'more'} time.`,
    trust: (share: string) =>
      `How far to trust it: under the present limits the replay is ${share} off what really happened.`,
    tooFew: 'Too few items were finished in the window to compare cycle times.',
    empty: 'Nothing was finished in the window: there is nothing to replay. Choose a longer one.',
    axis: 'days',
    figure: 'Figure',
    course: 'Course',
    difference: 'Effect',
    courses: { observed: 'What happened', replayed: 'Replay, present limits', simulated: 'Replay, these limits' },
    figures: {
      finished: 'Items finished',
      perWeek: 'Finished a week',
      wip: 'In progress, average',
      p50: 'Cycle time, 50 %',
      p85: 'Cycle time, 85 %',
      p95: 'Cycle time, 95 %',
    },
    withPeople: (people: string, limit: number) =>
      `With ${people} people, at most ${limit} items each. The effect is replay against replay.`,
    unknown: 'What no replay can know',
    unknownLead:
      'A replay holds back what it does not know, and tells it with the result. Replay the history to see it.',
  },
};
