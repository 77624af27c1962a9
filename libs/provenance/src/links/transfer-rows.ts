import type { AcceptedTransfer, SentMass } from '../domain/links.js';
import type { Places } from '../domain/upstream.js';
import { split, unpack } from '../engines/postgres/packed.js';
import type { MassColumns, TransferColumns } from './link-statements.js';

export interface ReadTransfers {
  /** The latest first. */
  readonly transfers: readonly AcceptedTransfer[];
  /** What events say of where goods were sent from and to, by number. */
  readonly places: ReadonlyMap<number, Places>;
}

export function readTransfers(columns: TransferColumns): ReadTransfers {
  const [receipts, sentAt, receivedAt] = [
    unpack(columns.receiptNos),
    unpack(columns.sentAt),
    unpack(columns.receivedAt),
  ];
  const [senders, receivers] = [split(columns.senders), split(columns.receivers)];
  const transfers = unpack(columns.dispatchNos).map((eventNo, index) => ({
    dispatch: { eventNo, enterprise: senders[index]!, at: sentAt[index]! },
    receipt: { eventNo: receipts[index]!, enterprise: receivers[index]!, at: receivedAt[index]! },
  }));
  const rows = [...(columns.sentPlaces ?? []), ...(columns.receivedPlaces ?? [])];
  const places = rows.map(([no, site, shipFrom, shipTo]): [number, Places] => [
    no,
    {
      ...(site === null ? {} : { site }),
      ...(shipFrom === null ? {} : { shipFrom }),
      ...(shipTo === null ? {} : { shipTo }),
    },
  ]);
  return { transfers, places: new Map(places) };
}

export function readMasses({ dispatchNos, masses, reos }: MassColumns): Map<number, SentMass> {
  const [mass, reo] = [unpack(masses), unpack(reos)];
  return new Map(unpack(dispatchNos).map((no, index) => [no, { massG: mass[index]!, reoG: reo[index]! }]));
}
