// Plays the events from the beginning with a small, separate book-keeping: nothing may be drawn that is not held, every
// run must balance element by element, and the origins of the shipments are worked out as in docs/attribution.md.
import { LICENCES } from './cast.mjs';
import { ELEMENTS, fractionsOf, reoRatio, sum } from './chemistry.mjs';

const NOTHING = ELEMENTS.map(() => 0);
/** Below this share of an element a run lost more than assays explain; above 1 it made more than it had. */
const LEAST_BALANCE = 0.98;
const SMALL_GAIN = 1.003;

/** A parcel is kilograms of one lot with kilograms of each element's oxide by source. */
export function replay(events) {
  const state = {
    lots: new Map(),
    held: new Map(),
    transit: new Map(),
    roots: new Map(),
    runs: [],
    shipments: new Map(),
    faults: [],
  };
  for (const event of events) APPLY[event.type](state, event);
  return state;
}

const rootOf = {
  mining: event => `mining-licence:${event.licence}:${event.occurredAt.slice(0, 4)}`,
  import: event => `import:${event.declaration}`,
  'scrap-intake': event => `scrap:${event.supplier.uscc}:${event.occurredAt.slice(0, 4)}`,
  'opening-stock': event => `opening-stock:${event.enterprise}`,
  receipt: event => `undispatched:${event.id}`,
};

function root(state, event) {
  const source = `${rootOf[event.type](event)}${isRevoked(event) ? ' (illegal)' : ''}`;
  state.roots.set(event.id, event);
  for (const made of event.yields) {
    state.lots.set(made.lot, made);
    put(state, event.enterprise, { lot: made.lot, massKg: made.massKg, origin: new Map([[source, contentOf(made)]]) });
  }
}

const isRevoked = event => event.licence === LICENCES.xunwuMine && event.occurredAt >= '2026-06-01';

function processing(state, event) {
  const parcels = event.draws.map(({ lot, massKg }) => take(state, event, lot, massKg));
  const pool = new Map();
  for (const { origin } of parcels) addTo(pool, origin, 1);
  const had = total(pool);
  const made = NOTHING.map((_, index) => sum(event.yields.map(lot => contentOf(lot)[index])));
  const lost = sum((event.losses ?? []).map(({ massKg, reoPercent }) => (massKg * reoPercent) / 100)) / sum(had);
  state.runs.push({ event, had, made, lost });
  const excess = made.map((amount, index) => (isExcess(amount, had, index) ? amount - had[index] : 0));
  if (sum(excess) > 0) pool.set(`excess:${event.id}`, excess);
  const mixed = total(pool);
  for (const declared of event.yields) {
    state.lots.set(declared.lot, declared);
    const content = contentOf(declared);
    const origin = new Map(
      [...pool].map(([source, amounts]) => [source, amounts.map((amount, e) => (mixed[e] > 0 ? (content[e] * amount) / mixed[e] : 0))]),
    ); // prettier-ignore
    put(state, event.enterprise, { lot: declared.lot, massKg: declared.massKg, origin });
  }
}

const isExcess = (amount, had, index) => amount > Math.max(had[index] * 1.02, had[index] + sum(had) * 0.0005);

function receipt(state, event) {
  if (!event.dispatch) return root(state, event);
  const sent = state.transit.get(event.dispatch);
  state.transit.delete(event.dispatch);
  for (const parcel of sent.parcels) {
    const weighed = event.items?.find(({ lot }) => lot === parcel.lot)?.massKg ?? parcel.massKg;
    if (weighed > parcel.massKg * SMALL_GAIN) state.faults.push(`${event.id}: gains more than 0.3 % of ${parcel.lot}`);
    const holder = event.outcome === 'rejected' ? sent.event.enterprise : event.enterprise;
    put(state, holder, scaled(parcel, weighed));
  }
}

function stocktake(state, event) {
  for (const { lot, countedKg } of event.counts) {
    const key = `${event.enterprise}/${lot}`;
    const held = state.held.get(key);
    const surplus = countedKg - held.massKg;
    state.held.delete(key);
    put(state, event.enterprise, surplus > 0 ? held : scaled(held, countedKg));
    if (surplus <= 0) continue;
    const content = contentOf({ ...state.lots.get(lot), massKg: surplus });
    put(state, event.enterprise, { lot, massKg: surplus, origin: new Map([[`surplus:${event.id}`, content]]) });
  }
}

/** The story corrects one import before anything was drawn from it. */
function correction(state, event) {
  const original = state.roots.get(event.corrects);
  for (const { lot, massKg } of original.yields) take(state, event, lot, massKg);
  root(state, { ...event.replacement, id: event.corrects });
}

const APPLY = {
  mining: root,
  import: root,
  'scrap-intake': root,
  'opening-stock': root,
  processing,
  receipt,
  stocktake,
  correction,
  dispatch(state, event) {
    const parcels = event.draws.map(({ lot, massKg }) => take(state, event, lot, massKg));
    state.transit.set(event.id, { event, parcels });
  },
  export(state, event) {
    const parcels = event.items.map(({ lot, massKg }) => take(state, event, lot, massKg));
    state.shipments.set(event.declaration, { event, parcels });
  },
};

function contentOf(declared) {
  const reo = declared.massKg * reoRatio(declared);
  return fractionsOf(declared.assay).map(share => share * reo);
}

function put(state, holder, parcel) {
  const key = `${holder}/${parcel.lot}`;
  const held = state.held.get(key) ?? { lot: parcel.lot, massKg: 0, origin: new Map() };
  addTo(held.origin, parcel.origin, 1);
  held.massKg = round(held.massKg + parcel.massKg);
  state.held.set(key, held);
}

function take(state, event, lot, massKg) {
  const held = state.held.get(`${event.enterprise}/${lot}`) ?? { lot, massKg: 0, origin: new Map() };
  if (held.massKg < massKg) state.faults.push(`${event.id}: draws ${massKg} kg of ${lot}, holds ${held.massKg}`);
  const parcel = scaled(held, massKg);
  addTo(held.origin, parcel.origin, -1);
  held.massKg = round(held.massKg - massKg);
  return parcel;
}

function scaled({ lot, massKg, origin }, wanted) {
  const share = massKg > 0 ? wanted / massKg : 0;
  return {
    lot,
    massKg: wanted,
    origin: new Map([...origin].map(([source, amounts]) => [source, amounts.map(amount => amount * share)])),
  };
}

function addTo(target, origin, sign) {
  for (const [source, amounts] of origin)
    target.set(source, (target.get(source) ?? NOTHING).map((amount, index) => amount + sign * amounts[index])); // prettier-ignore
}

const total = origin => NOTHING.map((_, index) => sum([...origin.values()].map(amounts => amounts[index])));
const round = value => Math.round(value * 1000) / 1000;

/** Everything that is wrong with the story; its one dishonest run must be dishonest in Tb and Dy, and in nothing else. */
export function faultsOf({ runs, faults }) {
  const balances = runs.flatMap(run => balanceOf(run).map(balance => ({ ...balance, run: nameOf(run) })));
  const gaps = balances.filter(({ ratio }) => ratio < LEAST_BALANCE);
  const excesses = balances.filter(({ excess }) => excess).map(({ element }) => element);
  return [
    ...faults,
    ...gaps.map(({ run, element, ratio }) => `${run}: ${element} balances to ${ratio}`),
    ...(excesses.join() === 'Tb,Dy' ? [] : [`unexpected excess of ${excesses.join()}`]),
  ];
}

function balanceOf({ had, made, lost }) {
  return ELEMENTS.map((element, index) => ({
    element,
    kg: had[index],
    ratio: Math.round(((made[index] + lost * had[index]) / had[index]) * 1e5) / 1e5,
    excess: isExcess(made[index], had, index),
  })).filter(({ kg }) => kg > 0);
}

const nameOf = ({ event }) => `${event.occurredAt.slice(0, 10)} ${event.process} ${event.yields[0].lot}`;

export function describe({ runs, shipments }) {
  const balances = runs.map(
    run => `${nameOf(run)}: ${balanceOf(run).map(({ element, kg, ratio }) => `${element} ${kg.toFixed(1)} kg → ${(ratio * 100).toFixed(2)} %`).join(', ')}`,
  ); // prettier-ignore
  return [
    ...balances,
    ...[...shipments].map(([declaration, shipment]) => describeShipment(declaration, shipment)),
  ].join('\n');
}

function describeShipment(declaration, { parcels }) {
  const origin = new Map();
  for (const parcel of parcels) addTo(origin, parcel.origin, 1);
  const reo = sum(total(origin));
  const lines = [...origin].map(([source, amounts]) => ({ source, kg: sum(amounts), dy: amounts[8], tb: amounts[7] })).sort((a, b) => b.kg - a.kg);
  const text = lines.map(({ source, kg, dy, tb }) => `  ${((kg / reo) * 100).toFixed(3)} %  ${kg.toFixed(3)} kg (Dy ${dy.toFixed(2)}, Tb ${tb.toFixed(2)})  ${source}`);
  return [`\nshipment ${declaration}: ${reo.toFixed(3)} kg REO`, ...text].join('\n');
} // prettier-ignore
