import type { Core } from '../loader/core.ts';
export async function ask(_core: Core): Promise<void> {}
