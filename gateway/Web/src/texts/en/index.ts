import { admin } from './admin';
import { board, card, workflow } from './board';
import { adoption, audit, changes } from './control';
import { common, errors, frame, words } from './frame';
import { myWork, search, session, status } from './work';

export const en = {
  common,
  errors,
  frame,
  words,
  board,
  card,
  workflow,
  myWork,
  search,
  session,
  status,
  changes,
  audit,
  adoption,
  admin,
};
