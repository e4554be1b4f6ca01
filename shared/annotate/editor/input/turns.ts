import { fetchHandling, parts } from '../parts.ts';

/**
 * Carries inputs out in the order they came in. One that takes the part for marks waits until that is there, and all
 * that come after it wait behind it, so nothing is lost and nothing overtakes.
 */
export class Turns {
  private readonly waiting: (() => void)[] = [];
  private readonly onMissing: () => void;
  private busy = false;

  /** @param onMissing called where the part cannot be fetched; what waits is then carried out as far as it goes */
  constructor(onMissing: () => void) {
    this.onMissing = onMissing;
  }

  /** @param needsHandling whether the input does little without the part */
  take(input: () => void, needsHandling = false): void {
    if (!this.busy && (parts.handling || !needsHandling)) input();
    else {
      this.waiting.push(input);
      if (!this.busy) void this.carryOut();
    }
  }

  /** Lets go of all that waits. @returns whether anything did */
  drop(): boolean {
    return this.waiting.splice(0).length > 0;
  }

  private async carryOut(): Promise<void> {
    this.busy = true;
    try {
      await fetchHandling().catch(this.onMissing);
      for (let next = this.waiting.shift(); next; next = this.waiting.shift()) {
        next();
        // What it changed is rendered before the next one asks for it.
        await null;
      }
    } finally {
      this.busy = false;
    }
  }
}
