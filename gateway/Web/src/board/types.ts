import type { components } from '../api/generated/board';

type Schemas = components['schemas'];

export type Board = Schemas['BoardResponse'];
export type BoardColumn = Schemas['BoardColumnResponse'];
export type BoardCard = Schemas['BoardCardResponse'];
export type Column = Schemas['ColumnResponse'];
export type Card = Schemas['CardResponse'];
export type CardDetail = Schemas['CardDetailResponse'];
export type Notes = Schemas['CardNotesResponse'];
export type Comment = Schemas['CommentResponse'];
export type MoveRequest = Partial<Schemas['MoveCardRequest']>;
export type Transition = Schemas['TransitionResponse'];
export type Workflow = Schemas['WorkflowResponse'];
export type WorkflowRequest = Schemas['WorkflowRequest'];
export type Standup = Schemas['StandupResponse'];
export type Category = Schemas['WorkCategory'];
export type ClassOfService = Schemas['ClassOfService'];
export type BlockerReason = Schemas['BlockerReason'];

export const CATEGORIES: Category[] = ['Enhancement', 'Support', 'TechnicalDebt', 'Project'];
export const CLASSES: ClassOfService[] = ['Expedite', 'FixedDate', 'Standard', 'Intangible'];
export const BLOCKERS: BlockerReason[] = [
  'Dependency',
  'Information',
  'Approval',
  'Environment',
  'Supplier',
  'Absence',
  'Defect',
  'Other',
];
