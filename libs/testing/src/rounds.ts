/**
 * How often a test repeats something random: `short` where every change waits for it, `long` where
 * `ORETRAIL_TEST_LONG=1` asks for the thorough run.
 */
export const rounds = (short: number, long: number): number => (process.env.ORETRAIL_TEST_LONG === '1' ? long : short);
