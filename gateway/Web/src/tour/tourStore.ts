type Listener = () => void;
const KEY = 'tour';

function remembered(): boolean {
  try {
    return localStorage.getItem(KEY) === 'seen';
  } catch {
    // Where nothing can be remembered, nobody is invited again and again.
    return true;
  }
}

/** The tour: whether somebody was invited to it already, and where they are in it. */
class TourStore {
  private state: { step: number | null; isInvited: boolean } = { step: null, isInvited: !remembered() };
  private readonly listeners = new Set<Listener>();

  readonly subscribe = (listener: Listener): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly read = () => this.state;

  go(step: number): void {
    this.set({ step, isInvited: false });
  }

  /** Ended or not wanted: it is not offered again, and stays in the person's menu. */
  end(): void {
    this.set({ step: null, isInvited: false });
  }

  private set(state: { step: number | null; isInvited: boolean }): void {
    this.state = state;
    try {
      localStorage.setItem(KEY, 'seen');
    } catch {
      // It is offered again after a reload.
    }
    for (const listener of this.listeners) {
      listener();
    }
  }
}

export const tourStore = new TourStore();
