export interface Notice {
  id: string;
  text: string;
  at: string;
  to: string;
  isRead: boolean;
}

type Listener = () => void;
const MOST = 50;

/** What happened to one's own cards while the page is open; newest first. */
class NoticeStore {
  private notices: readonly Notice[] = [];
  private readonly listeners = new Set<Listener>();

  readonly subscribe = (listener: Listener): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly read = (): readonly Notice[] => this.notices;

  add(notice: Omit<Notice, 'isRead'>): void {
    if (!this.notices.some((known) => known.id === notice.id)) {
      this.set([{ ...notice, isRead: false }, ...this.notices].slice(0, MOST));
    }
  }

  markRead(): void {
    if (this.notices.some((notice) => !notice.isRead)) {
      this.set(this.notices.map((notice) => ({ ...notice, isRead: true })));
    }
  }

  clear(): void {
    this.set([]);
  }

  private set(notices: readonly Notice[]): void {
    this.notices = notices;
    for (const listener of this.listeners) {
      listener();
    }
  }
}

export const noticeStore = new NoticeStore();
