/** One line of `npm run bench`: a budget of the design beside what was measured now, here and at a peer. */
export type Row = {
  what: string;
  budget: string;
  value: string;
  /** The peer's name and figure, measured in the same run; empty where there is none. */
  peer: string;
  met: boolean;
};

/** Every measurement of tests/bench exports one function of this type, named `bench`. */
export type Bench = () => Promise<Row[]>;
