import type { components } from '../api/generated/intake';

type Schemas = components['schemas'];
export type Request = Schemas['RequestResponse'];
export type RequestDetail = Schemas['RequestDetailResponse'];
export type Status = Schemas['RequestStatus'];
export type Category = Schemas['WorkCategory'];
export type ClassOfService = Schemas['ClassOfService'];
export type Practice = Schemas['Practice'];
export type Severity = Schemas['Severity'];
export type Comment = Schemas['CommentResponse'];
export type LastComment = Schemas['LastCommentResponse'];
export type Duplicate = Schemas['DuplicateResponse'];
export type Import = Schemas['ImportResponse'];
export type ImportState = Schemas['ImportState'];
export type Inspection = Schemas['InspectionResponse'];
export type ProfileFit = Schemas['ProfileFitResponse'];
export type ProfileName = Schemas['ProfileName'];
export type ImportField = Schemas['ImportField'];
export type Outcome = Schemas['SourceOutcome'];
export type Encoding = Schemas['SourceEncoding'];
export type Preview = Schemas['PreviewResponse'];
export type Workload = Schemas['WorkloadResponse'];

export const CATEGORIES: readonly Category[] = ['Enhancement', 'Support', 'TechnicalDebt', 'Project'];
export const CLASSES: readonly ClassOfService[] = ['Standard', 'FixedDate', 'Expedite', 'Intangible'];
export const PRACTICES: readonly Practice[] = ['ServiceRequest', 'Incident', 'ChangeRequest'];
export const SEVERITIES: readonly Severity[] = ['High', 'Medium', 'Low'];
export const OPEN: readonly Status[] = ['Submitted', 'Triaged', 'Committed', 'InProgress'];
export const STATUSES: readonly Status[] = [...OPEN, 'Done', 'Declined', 'Linked', 'Withdrawn'];

/** What people say of the kind of a request, wherever they say it. */
export interface Kind {
  practice: Practice;
  category: Category;
  classOfService: ClassOfService;
  dueDate: string;
  impact: Severity;
  urgency: Severity;
  isRegulated: boolean;
}

export const USUAL_KIND: Kind = {
  practice: 'ServiceRequest',
  category: 'Enhancement',
  classOfService: 'Standard',
  dueDate: '',
  impact: 'Medium',
  urgency: 'Medium',
  isRegulated: false,
};

export const kindOf = (request: Request): Kind => ({
  practice: request.practice,
  category: request.category,
  classOfService: request.classOfService,
  dueDate: request.dueDate ?? '',
  impact: request.impact,
  urgency: request.urgency,
  isRegulated: request.isRegulated,
});

/** An empty day is no day. */
export const bodyOf = (kind: Kind) => ({ ...kind, dueDate: kind.dueDate === '' ? null : kind.dueDate });
