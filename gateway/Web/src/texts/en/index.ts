import { admin, sources, tokens } from './admin';
import { board, standup } from './board';
import { card } from './card';
import { cardEvents } from './cardEvents';
import { changes, delegations } from './changes';
import { adoption, audit } from './control';
import { flow } from './flow';
import { common, errors, frame, words } from './frame';
import { imports } from './imports';
import { request, requestPage, requests, submit, why } from './intake';
import { measures } from './measures';
import { session } from './session';
import { tour } from './tour';
import { triage, workload } from './triage';
import { myWork, search, status } from './work';
import { workflow } from './workflow';

export const en = {
  common,
  errors,
  frame,
  words,
  board,
  card,
  cardEvents,
  standup,
  workflow,
  flow,
  measures,
  myWork,
  search,
  session,
  status,
  changes,
  delegations,
  audit,
  adoption,
  admin,
  sources,
  tokens,
  request,
  submit,
  requests,
  requestPage,
  why,
  triage,
  workload,
  imports,
  tour,
};
