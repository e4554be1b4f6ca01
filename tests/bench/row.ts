/** One line of `npm run bench`: a budget of the design beside what was measured now, here and at a peer. */
export type Row = {
  what: string;
  budget: string;
  value: string;
  /** The peer's name and figure, measured in the same run; empty where there is none. */
  peer: string;
  met: boolean;
};

/** What `--name=value` on the command line said, by name. Each benchmark reads those it knows. */
export type BenchOptions = ReadonlyMap<string, string>;

/** Every measurement of tests/bench exports one function of this type, named `bench`. */
export type Bench = (options: BenchOptions) => Promise<Row[]>;
