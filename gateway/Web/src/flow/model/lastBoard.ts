const KEY = 'flow-board';

/** Whoever looks at a board's flow mostly wants the same one the next time. */
export const lastBoard = {
  read(): string | null {
    try {
      return localStorage.getItem(KEY);
    } catch {
      return null;
    }
  },
  write(boardId: string): void {
    try {
      localStorage.setItem(KEY, boardId);
    } catch {
      // No storage: the own team's board it is.
    }
  },
};
