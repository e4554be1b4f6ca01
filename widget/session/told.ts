import { limits } from '../../shared/domain/limits.ts';
import type { User } from '../public.ts';

export type Fact = string | number | boolean;

/**
 * The user as the server takes him: texts cut, what it would refuse left out. Null for what names nobody: a page may
 * hand over anything.
 */
export function userTold(told: unknown): User | null {
  if (!isObject(told)) return null;
  const id = typeof told.id === 'number' ? `${told.id}` : told.id;
  if (typeof id !== 'string' || id.trim() === '' || id.length > limits.userIdLength) return null;
  const name = typeof told.name === 'string' && told.name.trim().slice(0, 100);
  const email = typeof told.email === 'string' && told.email.trim();
  return {
    id,
    ...(name ? { name } : {}),
    ...(email && email.length < 255 && /^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/.test(email) ? { email } : {}),
    ...(isObject(told.traits) ? { traits: factsTold({}, told.traits, limits.traitKeys) } : {}),
  };
}

/**
 * `before` with what is told now: `null` takes a value away, what is no plain value is left out, and of more than
 * `most` the first stay.
 */
export function factsTold(
  before: Readonly<Record<string, Fact>>,
  told: unknown,
  most: number = limits.customKeys,
): Record<string, Fact> {
  const facts = new Map(Object.entries(before));
  for (const [key, value] of Object.entries(isObject(told) ? told : {})) {
    if (value === null) facts.delete(key);
    else if (!key || key.length > limits.customKeyLength || !isFact(value)) continue;
    else if (facts.has(key) || facts.size < most)
      facts.set(key, typeof value === 'string' ? value.slice(0, limits.customTextLength) : value);
  }
  return Object.fromEntries(facts);
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

const isFact = (value: unknown): value is Fact =>
  typeof value === 'string' || typeof value === 'boolean' || Number.isFinite(value);
