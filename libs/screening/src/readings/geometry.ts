/** A place by its CGCS2000 coordinates, degrees. */
export interface Place {
  readonly lon: number;
  readonly lat: number;
}

/** GeoJSON Polygon or MultiPolygon, as the registry has checked it. */
export interface Area {
  readonly type: 'Polygon' | 'MultiPolygon';
  readonly coordinates: readonly unknown[];
}

type Ring = readonly (readonly number[])[];

/** East and north of the place asked about, metres. */
type Offset = readonly [east: number, north: number];

/** CGCS2000: semi-major axis in metres, flattening. */
const AXIS_M = 6_378_137;
const FLATTENING = 1 / 298.257222101;
const ECCENTRICITY_2 = FLATTENING * (2 - FLATTENING);

/**
 * How far a place lies outside an area, in metres; 0 inside and on its border. Holes are outside, parts of a MultiPolygon
 * count each. Edges are straight in longitude and latitude (RFC 7946); distances are those of the plane that touches the
 * ellipsoid at the place, right to a millimetre at 1 km and to some percent at 1,000 km.
 */
export function metresOutside({ type, coordinates }: Area, place: Place): number {
  const polygons = (type === 'Polygon' ? [coordinates] : coordinates) as readonly (readonly Ring[])[];
  const offset = offsetFrom(place);
  return polygons.reduce((least, rings) => Math.min(least, outsidePolygon(rings, offset)), Infinity);
}

function outsidePolygon(rings: readonly Ring[], offset: (position: readonly number[]) => Offset): number {
  const edges = rings.flatMap(ring => edgesOf(ring.map(offset)));
  const crossings = edges.filter(([from, to]) => crossesEastward(from, to)).length;
  return crossings % 2 === 1 ? 0 : edges.reduce((least, [from, to]) => Math.min(least, distance(from, to)), Infinity);
}

const edgesOf = (ring: readonly Offset[]): [Offset, Offset][] => ring.slice(1).map((to, index) => [ring[index]!, to]);

/** Does an edge cross the ray that goes east from the place? */
function crossesEastward([x1, y1]: Offset, [x2, y2]: Offset): boolean {
  return y1 > 0 !== y2 > 0 && x1 - (y1 * (x2 - x1)) / (y2 - y1) > 0;
}

/** From the place to the nearest point of an edge. */
function distance([x1, y1]: Offset, [x2, y2]: Offset): number {
  const [dx, dy] = [x2 - x1, y2 - y1];
  const length2 = dx * dx + dy * dy;
  const along = length2 === 0 ? 0 : Math.min(1, Math.max(0, -(x1 * dx + y1 * dy) / length2));
  return Math.hypot(x1 + along * dx, y1 + along * dy);
}

/** Linear in longitude and latitude, so that straight edges stay straight. */
function offsetFrom({ lon, lat }: Place): (position: readonly number[]) => Offset {
  const degree = Math.PI / 180;
  const flat = 1 - ECCENTRICITY_2 * Math.sin(lat * degree) ** 2;
  const north = ((AXIS_M * (1 - ECCENTRICITY_2)) / flat ** 1.5) * degree;
  const east = (AXIS_M / Math.sqrt(flat)) * Math.cos(lat * degree) * degree;
  return ([x = 0, y = 0]) => [shortWay(x - lon) * east, (y - lat) * north];
}

/** A difference of longitudes the short way round, degrees. */
const shortWay = (difference: number): number => ((difference + 540) % 360) - 180;
