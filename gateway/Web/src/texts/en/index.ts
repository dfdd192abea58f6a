import { admin, tokens } from './admin';
import { board, card, standup, workflow } from './board';
import { adoption, audit, changes } from './control';
import { common, errors, frame, words } from './frame';
import { session } from './session';
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
  myWork,
  search,
  session,
  status,
  changes,
  audit,
  adoption,
  admin,
  tokens,
};
