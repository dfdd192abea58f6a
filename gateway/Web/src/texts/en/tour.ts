export const tour = {
  title: 'Tour',
  invitation: 'New here? A short tour shows what to look at first; everything stays usable meanwhile.',
  start: 'Show me around',
  notNow: 'Not now',
  back: 'Back',
  next: 'Next',
  end: 'End the tour',
  steps: {
    myWork: {
      title: 'What is yours',
      text: 'Your two avatars show what you work on, and how much you can still take. Below stands what waits for you.',
    },
    board: {
      title: 'The whole workload',
      text: 'Each column says how much is in it and how much may be. A full one takes nothing: finish a card there first. Drag a card, and the columns say beforehand what they refuse.',
    },
    card: {
      title: 'Why a card takes so long',
      text: 'Open a card: Time tells where its days went and when it may be done, History what happened, Change what its gate waits for.',
    },
    sessions: {
      title: 'Agreeing on what comes next',
      text: 'Free slots are filled by those who ask, together: each ranks in private, then all consent to one proposal. Open a session that runs, and watch it live.',
    },
    changes: {
      title: 'Through the gate',
      text: 'Regulated work passes with an approved change, judged by somebody who did not build it. Open one to see what it waits for, and what each approval saw.',
    },
    flow: {
      title: 'How it flows',
      text: 'The figures come from the board’s own history. Each point leads to its card.',
    },
  },
};
