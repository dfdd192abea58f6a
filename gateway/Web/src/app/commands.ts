/** Commands that a shortcut, a button or the search can give. Whoever can do one registers while it is there. */
export type Command = 'search' | 'help' | 'standup';

type Listener = () => void;

class Commands {
  private readonly listeners = new Map<Command, Listener>();

  register(command: Command, listener: Listener): () => void {
    this.listeners.set(command, listener);
    return () => {
      if (this.listeners.get(command) === listener) {
        this.listeners.delete(command);
      }
    };
  }

  run(command: Command): boolean {
    const listener = this.listeners.get(command);
    listener?.();
    return listener !== undefined;
  }
}

export const commands = new Commands();
