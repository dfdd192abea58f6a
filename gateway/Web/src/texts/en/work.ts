export const myWork = {
  title: 'My work',
  greeting: (name: string) => `Good to see you, ${name}.`,
  avatars: 'My avatars',
  avatarsNote: (free: number, total: number) =>
    free === 0 ? 'All placed: finish one before you take the next.' : `${free} of ${total} free`,
  freeAvatar: 'Free: pull a card from the board',
  since: (days: string) => `since ${days}`,
  waiting: 'Waiting for me',
  waitingNone: 'Nothing waits for you.',
  approve: 'Approval',
  ballot: 'Ballot',
  consent: 'Consent',
  review: 'Review overdue',
  reviewDue: 'Review',
  blocked: 'Blocked on my team’s boards',
  blockedNone: 'Nothing is blocked.',
  requests: 'My requests',
  requestsNone: 'You have asked for nothing yet.',
  goToBoard: 'Go to the board',
};

export const search = {
  title: 'Search',
  placeholder: 'Cards, requests, people, screens',
  screens: 'Screens',
  boards: 'Boards',
  work: 'Cards and requests',
  people: 'People',
  nothing: (text: string) => `Nothing found for “${text}”.`,
  hint: 'Type a key such as FS-12, a title or a name.',
};

export const status: Record<string, string> = {
  Submitted: 'Submitted',
  Triaged: 'Waits for agreement',
  Committed: 'Committed',
  InProgress: 'In progress',
  Done: 'Done',
  Declined: 'Declined',
  Linked: 'Duplicate',
  Withdrawn: 'Withdrawn',
};
