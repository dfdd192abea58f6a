import { admin, tokens } from './admin';
import { board, card, standup, workflow } from './board';
import { adoption, audit, changes } from './control';
import { flow } from './flow';
import { common, errors, frame, words } from './frame';
import { imports } from './imports';
import { request, requestPage, requests, submit, why } from './intake';
import { measures } from './measures';
import { session } from './session';
import { triage, workload } from './triage';
import { myWork, search, status } from './work';

export const en = {
  common,
  errors,
  frame,
  words,
  board,
  card,
  standup,
  workflow,
  flow,
  measures,
  myWork,
  search,
  session,
  status,
  changes,
  audit,
  adoption,
  admin,
  tokens,
  request,
  submit,
  requests,
  requestPage,
  why,
  triage,
  workload,
  imports,
};
