/** Who is meant by an @ with a name behind it. The longest name counts: "@Ann Lee" is not also "@Ann". */
export function mentionsIn(text: string, people: ReadonlyMap<string, string>): string[] {
  const found = new Set<string>();
  let rest = text;
  const longestFirst = [...people].filter(([, name]) => name !== '').sort((a, b) => b[1].length - a[1].length);
  for (const [id, name] of longestFirst) {
    if (rest.includes(`@${name}`)) {
      found.add(id);
      rest = rest.replaceAll(`@${name}`, '');
    }
  }
  return [...found];
}

/** The name that is being typed behind an @ at the end of the text before the cursor; null where none is. */
export function typedMention(before: string): string | null {
  return /(?:^|\s)@([\p{L}\p{M}'.-]*(?: [\p{L}\p{M}'.-]*)?)$/u.exec(before)?.[1] ?? null;
}

/** The people whose name, or a word of it, begins with what is typed. */
export function suggestionsFor(typed: string, people: ReadonlyMap<string, string>): [string, string][] {
  const wanted = typed.toLowerCase();
  return [...people]
    .filter(([, name]) => {
      const lower = name.toLowerCase();
      return lower.startsWith(wanted) || lower.split(' ').some((word) => word.startsWith(wanted));
    })
    .slice(0, 6);
}
