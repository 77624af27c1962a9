/**
 * Codes of the Chinese tariff that hold nothing but rare earths (or monazite, or NdFeB), as prefixes: ores, monazite,
 * metals, compounds, NdFeB alloys, magnets. Wider codes under which rare earths also pass (7202, 7204, 8104) are left
 * out: they say nothing.
 */
const RARE_EARTH_HS = ['25309020', '26122000', '280530', '2846', '72029911', '72029919', '85051110'];

/** True for a customs code of four or more digits that lies within a heading of rare earths. */
export const isRareEarthHsCode = (code: string): boolean => RARE_EARTH_HS.some(prefix => code.startsWith(prefix));
