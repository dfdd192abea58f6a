import { api, dataOf } from '../../api/client';

/** What people write on a card and hang onto it. */
const at = (cardId: string) => ({ params: { path: { cardId } } });

export const addStep = (cardId: string, text: string) =>
  dataOf(api.board.POST('/board/cards/{cardId}/checklist', { ...at(cardId), body: { text } }));

export const changeStep = (cardId: string, itemId: string, part: { text?: string; isDone?: boolean }) =>
  dataOf(
    api.board.PUT('/board/cards/{cardId}/checklist/{itemId}', { params: { path: { cardId, itemId } }, body: part }),
  );

export const removeStep = (cardId: string, itemId: string) =>
  dataOf(api.board.DELETE('/board/cards/{cardId}/checklist/{itemId}', { params: { path: { cardId, itemId } } }));

export const attachLink = (cardId: string, url: string, title: string) =>
  dataOf(
    api.board.POST('/board/cards/{cardId}/attachments', { ...at(cardId), body: { url, title: title.trim() || null } }),
  );

export const removeLink = (cardId: string, attachmentId: string) =>
  dataOf(
    api.board.DELETE('/board/cards/{cardId}/attachments/{attachmentId}', {
      params: { path: { cardId, attachmentId } },
    }),
  );

export const writeComment = (cardId: string, text: string, mentions: string[]) =>
  dataOf(api.board.POST('/board/cards/{cardId}/comments', { ...at(cardId), body: { text, mentions } }));

export const editComment = (cardId: string, commentId: string, text: string) =>
  dataOf(
    api.board.PUT('/board/cards/{cardId}/comments/{commentId}', {
      params: { path: { cardId, commentId } },
      body: { text },
    }),
  );

export const removeComment = (cardId: string, commentId: string) =>
  dataOf(api.board.DELETE('/board/cards/{cardId}/comments/{commentId}', { params: { path: { cardId, commentId } } }));
