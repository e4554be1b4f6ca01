/** The last `count` of what is added. What is said twice in a row stands there once, with the later time. */
export function lastOf<Line extends { at: string; text?: string; kind?: string }>(count: number) {
  const lines: Line[] = [];
  return {
    add(line: Line) {
      const before = lines.at(-1);
      if (before?.text !== undefined && before.text === line.text && before.kind === line.kind) lines.pop();
      lines.push(line);
      if (lines.length > count) lines.shift();
    },
    /** Oldest first. */
    all: (): Line[] => [...lines],
  };
}
