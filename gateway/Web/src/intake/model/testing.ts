import type { Inspection, Request, Workload } from '../types';

/** A request as the service answers it, with what a test is about. */
export const aRequest = (parts: Partial<Request> = {}): Request => ({
  id: '01',
  version: 1,
  key: 'WR-1',
  title: 'Invoices are printed twice',
  customerId: 'accounting',
  requesterId: 'abby',
  practice: 'ServiceRequest',
  category: 'Enhancement',
  classOfService: 'Standard',
  impact: 'Medium',
  urgency: 'Medium',
  priority: 'P3',
  isRegulated: false,
  status: 'Submitted',
  submittedAt: '2026-11-02T08:00:00Z',
  reopenCount: 0,
  ...parts,
});

export const anInspection = (): Inspection => ({
  format: 'Csv',
  separator: ';',
  columns: [
    { name: 'ID', samples: ['1', '2'] },
    { name: 'Stand', samples: ['Offen', 'done', 'Zu'] },
  ],
  profiles: [
    {
      profile: 'Generic',
      source: 'generic',
      states: { Open: 'Waiting', Done: 'Done' },
      fields: [
        { field: 'Reference', isRequired: true },
        { field: 'State', isRequired: false, column: 'Stand' },
        { field: 'DueDate', isRequired: false },
      ],
    },
  ],
});

export const aWorkload = (parts: Partial<Workload> = {}): Workload => ({
  open: 7,
  byAge: [
    { name: 'under 1 week', open: 3 },
    { name: 'over 52 weeks', open: 4 },
  ],
  byCustomer: [
    { name: 'Accounting', id: 'a', open: 5 },
    { name: 'Treasury', id: 't', open: 2 },
  ],
  byCategory: [],
  byPractice: [],
  weeks: [],
  timeToClear: { departuresPerWeek: 2, arrivalsPerWeek: 3, weeks: 3.5 },
  asOf: '2026-11-25T12:00:00Z',
  timeZone: 'UTC',
  ageBands: [
    { name: 'under 1 week', submittedFrom: '2026-11-18T12:00:00Z' },
    { name: 'over 52 weeks', submittedBefore: '2025-11-26T12:00:00Z' },
  ],
  cells: [
    { age: 'under 1 week', customerId: 'a', category: 'Support', practice: 'Incident', open: 2 },
    { age: 'over 52 weeks', customerId: 'a', category: 'Project', practice: 'ChangeRequest', open: 3 },
    { age: 'under 1 week', customerId: 't', category: 'Support', practice: 'Incident', open: 1 },
    { age: 'over 52 weeks', customerId: 't', category: 'Support', practice: 'Incident', open: 1 },
  ],
  ...parts,
});
