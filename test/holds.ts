import { assert, sample, type Arbitrary, type IAsyncProperty, type IProperty } from 'fast-check';

/** The same inputs at each run of `npm test`: what it says depends on the change alone. `npm run fuzz` draws others. */
const seed = Number(process.env['FUZZ_SEED'] ?? 1);

/** Gives inputs by themselves, for what is tried with all of them at once. */
export const drawn = <Input>(from: Arbitrary<Input>, count: number): Input[] =>
  sample(from, { seed, numRuns: count });

/** How many times as many inputs as the test asks for. */
const times = Number(process.env['FUZZ_TIMES'] ?? 1);

interface Options {
  /** How many inputs are tried; 100 where it is not said. */
  numRuns?: number;
}

/**
 * Says that a property holds for all inputs tried.
 * @throws what was found, with the seed and the smallest input
 */
export function holds<Inputs>(property: IProperty<Inputs>, options?: Options): void;
export function holds<Inputs>(property: IAsyncProperty<Inputs>, options?: Options): Promise<void>;
export function holds<Inputs>(
  property: IProperty<Inputs> | IAsyncProperty<Inputs>,
  { numRuns = 100 }: Options = {},
): void | Promise<void> {
  return assert(property as IProperty<Inputs>, { seed, numRuns: numRuns * times });
}
