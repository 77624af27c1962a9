import type { Grade, Grams } from '#kernel';
import { apportion, assayToDistribution, kgToGrams, percentToGrade } from '#kernel';
import { nominalDistribution, reoPercentOfMetal } from '#catalogue';
import type { LotDeclaration, MaterialEvent, Receipt, Stocktake } from '../contract.js';
import type { Books } from './books.js';
import { heldOf } from './drawing.js';
import { isCalled, reoOf, type BookedEvent, type Draw, type Holding, type Lot } from './holding.js';

/** The holdings an event makes out of what it has drawn (`booked.draws`). */
export function yieldsOf(books: Books, booked: BookedEvent, event: MaterialEvent): Holding[] {
  switch (event.type) {
    case 'dispatch':
      return booked.draws.map((draw, index) => ({ ...carried(booked, index, draw, draw.mass), inTransit: true }));
    case 'receipt':
      return event.dispatch === undefined ? declared(booked, event) : received(booked, event);
    case 'stocktake':
      return found(books, booked, event);
    case 'export':
      return [];
    case 'mining':
    case 'import':
    case 'scrap-intake':
    case 'opening-stock':
    case 'processing':
      return declared(booked, event);
    default:
      return event satisfies never;
  }
}

const UNTOUCHED = { from: undefined, inTransit: false, surplus: 0, drawn: 0, drawnReo: 0 };

type Declaring = MaterialEvent & { readonly yields: readonly LotDeclaration[] };

function declared(booked: BookedEvent, event: Declaring): Holding[] {
  return event.yields.map((declaration, index) => {
    const { lot: code, product, assay, massKg } = declaration;
    const grade = gradeOf(declaration);
    const lot: Lot = { code, declaredBy: event.enterprise, event: booked.id, product, grade, assay };
    return newHolding(booked, index, event, lot, kgToGrams(massKg));
  });
}

/** A metal content counts as oxide by the assay, or else by what the product is taken to hold. */
function gradeOf({ product, reoPercent, metalPercent, assay }: LotDeclaration): Grade {
  if (reoPercent !== undefined) return percentToGrade(reoPercent);
  const distribution = assay ? assayToDistribution(assay) : nominalDistribution(product);
  return percentToGrade(reoPercentOfMetal(metalPercent ?? 0, distribution));
}

function newHolding(booked: BookedEvent, index: number, event: MaterialEvent, lot: Lot, mass: Grams): Holding {
  const { enterprise: owner, site } = event;
  const id = `${booked.id}-${index}`;
  return { ...UNTOUCHED, id, owner, lot, event: booked.id, site, mass, reo: reoOf(mass, lot, []) };
}

/** What a transfer carries on of a holding, still with its owner. */
function carried(booked: BookedEvent, index: number, draw: Draw, mass: Grams): Holding {
  const { owner, lot } = draw.holding;
  const id = `${booked.id}-${index}`;
  const reo = reoOf(mass, lot, [draw]);
  return { ...UNTOUCHED, id, owner, lot, event: booked.id, from: draw.holding, site: undefined, mass, reo };
}

/** One holding per holding in transit: the buyer's as weighed, or the sender's again as before. */
function received(booked: BookedEvent, receipt: Receipt): Holding[] {
  const accepted = receipt.outcome === 'accepted';
  const weighed = accepted ? weigh(booked.draws, receipt) : new Map<Draw, Weighing>();
  return booked.draws
    .map((draw, index) => {
      const { mass, surplus } = weighed.get(draw) ?? { mass: draw.mass, surplus: 0 };
      const holding = carried(booked, index, draw, mass);
      return accepted ? { ...holding, owner: receipt.enterprise, site: receipt.site, surplus } : holding;
    })
    .filter(holding => holding.mass > 0);
}

interface Weighing {
  readonly mass: Grams;
  readonly surplus: Grams;
}

/**
 * A weighed difference is spread over the lot's holdings in transit in proportion, in whole grams. A gain of at most
 * 0.3 % of the dispatched mass counts as the same goods; beyond that all of it is surplus.
 */
function weigh(draws: readonly Draw[], receipt: Receipt): Map<Draw, Weighing> {
  const weighed = new Map<Draw, Weighing>();
  for (const { lot, massKg } of receipt.items ?? []) {
    const sent = draws.filter(({ holding }) => isCalled(holding.lot, lot));
    if (sent.length === 0) throw new Error(`${lot} is not in transit`);
    const total = sent.reduce((sum, draw) => sum + draw.mass, 0);
    const difference = kgToGrams(massKg) - total;
    const unexplained = difference * 1000 > total * 3;
    const parts = apportion(Math.abs(difference), sent.map(draw => draw.mass)); // prettier-ignore
    sent.forEach((draw, index) => {
      const part = parts[index]!;
      weighed.set(draw, { mass: draw.mass + Math.sign(difference) * part, surplus: unexplained ? part : 0 });
    });
  }
  return weighed;
}

/** One holding per counted lot; what was found beyond the known mass is surplus. */
function found(books: Books, booked: BookedEvent, stocktake: Stocktake): Holding[] {
  return stocktake.counts.flatMap(({ lot: reference, countedKg }, index) => {
    const consumed = booked.draws.filter(({ holding }) => isCalled(holding.lot, reference));
    const known = consumed.reduce((sum, draw) => sum + draw.mass, 0);
    const [holding] =
      consumed.length > 0 ? [consumed[0]!.holding] : heldOf(books.holdings(), stocktake.enterprise, reference);
    if (!holding) throw new Error(`${stocktake.enterprise} never held ${reference}`);
    const mass = kgToGrams(countedKg);
    if (mass === 0) return [];
    const reo = reoOf(mass, holding.lot, consumed);
    return [{ ...newHolding(booked, index, stocktake, holding.lot, mass), reo, surplus: Math.max(0, mass - known) }];
  });
}
