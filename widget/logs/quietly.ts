let going = 0;

/**
 * Does work of the widget that asks for the page's own files, as drawing a screenshot does: which of them cannot be read
 * is no failure of the page, and is not noted. What the page itself asks for meanwhile is not noted either.
 */
export async function quietly<Result>(work: () => Promise<Result>): Promise<Result> {
  going += 1;
  try {
    return await work();
  } finally {
    going -= 1;
  }
}

export const isQuiet = (): boolean => going > 0;
