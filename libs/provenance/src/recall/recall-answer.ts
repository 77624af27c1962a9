import { gramsToKg } from '#kernel';
import type { Head } from '#ledger';
import type { Transaction } from '#platform';
import { shipmentAnswer, shipmentsOf, type StockOfSubject, stockOf, totalG } from '../domain/recall/destinations.js';
import { roundKg } from '../domain/rounding.js';
import type { DestinationsAnswer } from '../domain/schema/destinations.js';
import { asOfAnswer } from '../inquiry.js';
import type { Found } from './recall-inquiry.js';
import { dispatchNames, lotNames } from './recall-statements.js';

/** Most stocks, and most shipments, that one answer lists. */
export const DESTINATIONS_MAX = 5_000;

/** The answer, with the names of what it lists. */
export async function answerOf(
  tx: Transaction,
  subject: Omit<DestinationsAnswer['subject'], 'reoKg'>,
  found: Found,
  at: Head,
): Promise<DestinationsAnswer> {
  const { lots, sharesOf, truncated } = found;
  const stock = stockOf(found.left, lots, sharesOf);
  const shipments = shipmentsOf(found.shipped, lots, sharesOf);
  const [stockG, shipmentsG] = [totalG(stock), totalG(shipments)];
  const shownStock = await named(tx, stock.slice(0, DESTINATIONS_MAX), at.seq);
  const shownShipments = shipments.slice(0, DESTINATIONS_MAX).map(shipmentAnswer);
  const shown = { stock: shownStock.length, shipments: shownShipments.length };
  const total = { stock: stock.length, shipments: shipments.length };
  return {
    subject: { ...subject, reoKg: roundKg(found.introducedG) },
    asOf: asOfAnswer(at),
    stock: shownStock,
    shipments: shownShipments,
    ...(truncated ? {} : { lossesReoKg: roundKg(Math.max(0, found.introducedG - stockG - shipmentsG)) }),
    stockReoKg: roundKg(stockG),
    shipmentsReoKg: roundKg(shipmentsG),
    shown,
    total,
    ...(found.recomputing ? { recomputing: true } : {}),
    truncated: truncated || shown.stock < total.stock || shown.shipments < total.shipments,
  };
}

async function named(
  tx: Transaction,
  stock: readonly StockOfSubject[],
  position: number,
): Promise<DestinationsAnswer['stock']> {
  if (stock.length === 0) return [];
  const dispatchNos = stock.flatMap(({ dispatchNo }) => dispatchNo ?? []);
  const [lots, dispatches] = (await tx.pipeline([
    lotNames([...new Set(stock.map(({ lotNo }) => lotNo))], position),
    dispatchNames([...new Set(dispatchNos)], position),
  ])) as [{ no: number; code: string; declaredBy: string }[], { no: number; id: string; to: string | null }[]];
  const lotOf = new Map(lots.map(lot => [lot.no, lot]));
  const dispatchOf = new Map(dispatches.map(dispatch => [dispatch.no, dispatch]));
  return stock.map(({ owner, lotNo, dispatchNo, massG, attributedG }) => {
    const dispatch = dispatchNo === undefined ? undefined : dispatchOf.get(dispatchNo);
    return {
      enterprise: owner,
      lot: lotOf.get(lotNo)?.code ?? '',
      declaredBy: lotOf.get(lotNo)?.declaredBy ?? '',
      inTransit: dispatchNo !== undefined,
      ...(dispatch ? { dispatch: dispatch.id, ...(dispatch.to === null ? {} : { to: dispatch.to }) } : {}),
      massKg: gramsToKg(massG),
      attributedReoKg: roundKg(attributedG),
    };
  });
}
