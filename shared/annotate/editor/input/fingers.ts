import type { Point } from '../../model/document.ts';

type Press = Pick<PointerEvent, 'pointerId' | 'pointerType'>;

/** Where the pointers were and are, the first two that are down. */
interface Moved {
  readonly before: readonly Point[];
  readonly after: readonly Point[];
  /** Whether there have been two since the last time there was none. */
  readonly several: boolean;
}

/**
 * The pointers that are down. Two fingers belong together; a pen keeps every hand off the picture; a third finger or
 * a second mouse does nothing. One finger that stays of two goes on moving the picture and draws nothing.
 */
export class Fingers {
  private readonly points = new Map<number, Point>();
  private kind = '';
  private several = false;

  down({ pointerId, pointerType }: Press, at: Point): 'first' | 'several' | 'ignored' {
    if (pointerType === 'pen' && this.kind !== 'pen') this.points.clear();
    if (this.points.size === 0) this.several = false;
    else if (pointerType !== 'touch' || this.kind !== 'touch' || this.points.size > 1) return 'ignored';
    else this.several = true;
    this.kind = pointerType;
    this.points.set(pointerId, at);
    return this.several ? 'several' : 'first';
  }

  /** null for a pointer that is not down here. */
  move({ pointerId }: Press, at: Point): Moved | null {
    if (!this.points.has(pointerId)) return null;
    const before = [...this.points.values()];
    this.points.set(pointerId, at);
    return { before, after: [...this.points.values()], several: this.several };
  }

  /** @returns whether the pointer was down here */
  up({ pointerId }: Press): boolean {
    return this.points.delete(pointerId);
  }
}
