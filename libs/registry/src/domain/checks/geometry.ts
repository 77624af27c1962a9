import type { Fault } from '#kernel';

/** Most positions of one area. */
const MAX_POSITIONS = 20_000;

interface Geometry {
  readonly type: 'Polygon' | 'MultiPolygon';
  readonly coordinates: readonly unknown[];
}

/**
 * What is wrong with a GeoJSON Polygon or MultiPolygon (RFC 7946): nesting, rings that are not closed or have fewer
 * than four positions, longitudes and latitudes out of range. The first fault of each ring only.
 */
export function polygonFaults(geometry: Geometry | undefined, pointer: string): Fault[] {
  if (!geometry) return [];
  const at = `${pointer}/coordinates`;
  const faults =
    geometry.type === 'Polygon'
      ? ringsFaults(geometry.coordinates, at)
      : geometry.coordinates.flatMap((polygon, index) => ringsFaults(polygon, `${at}/${index}`));
  return faults.length > 0 ? faults : sizeFaults(geometry, at);
}

function ringsFaults(rings: unknown, pointer: string): Fault[] {
  if (!Array.isArray(rings) || rings.length === 0) return [malformed(pointer, 'a list of rings')];
  return rings.flatMap((ring, index) => ringFault(ring, `${pointer}/${index}`) ?? []);
}

function ringFault(ring: unknown, pointer: string): Fault | undefined {
  if (!Array.isArray(ring) || ring.length < 4) return malformed(pointer, 'a ring of at least four positions');
  for (const [index, position] of ring.entries()) {
    const fault = positionFault(position, `${pointer}/${index}`);
    if (fault) return fault;
  }
  const [first, last] = [ring[0] as number[], ring.at(-1) as number[]];
  const closed = first[0] === last[0] && first[1] === last[1];
  return closed ? undefined : malformed(pointer, 'a closed ring: its last position is its first');
}

function positionFault(position: unknown, pointer: string): Fault | undefined {
  if (!Array.isArray(position) || position.length < 2 || position.length > 3 || !position.every(Number.isFinite)) {
    return malformed(pointer, '[longitude, latitude]');
  }
  const [lon, lat] = position as [number, number];
  if (Math.abs(lon) > 180) return beyond(`${pointer}/0`, lon, 'a longitude from -180 to 180');
  return Math.abs(lat) > 90 ? beyond(`${pointer}/1`, lat, 'a latitude from -90 to 90') : undefined;
}

function sizeFaults(geometry: Geometry, pointer: string): Fault[] {
  const depth = geometry.type === 'Polygon' ? 1 : 2;
  const positions = (geometry.coordinates as unknown[][]).flat(depth - 1).reduce<number>(
    (sum, ring) => sum + (ring as unknown[]).length,
    0,
  ); // prettier-ignore
  return positions > MAX_POSITIONS ? [beyond(pointer, positions, `at most ${MAX_POSITIONS} positions`)] : [];
}

const malformed = (pointer: string, expected: string): Fault => ({ code: 'bad-format', pointer, expected });

const beyond = (pointer: string, value: number, expected: string): Fault => ({
  code: 'out-of-range',
  pointer,
  value,
  expected,
});
