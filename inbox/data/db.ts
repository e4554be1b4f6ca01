import type { Backend } from '../../shared/backend/backend.ts';

/** The tables and functions of the project's database, under the rights of whoever is signed in. */
export type Db = Backend['db'];
