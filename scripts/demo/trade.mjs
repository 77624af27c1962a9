import { document } from './book.mjs';
import { DECLARATIONS, EXPORT_LICENCES } from './cast.mjs';
import { assayOf, ELEMENTS } from './chemistry.mjs';

const assay = amounts =>
  assayOf(
    ELEMENTS.map(element => amounts[element] ?? 0),
    3,
  );
const cites = shipment => document('export-declaration', DECLARATIONS[shipment]);

function shipOut(book, shipment, who, when, { destination, port, consignee, items, dualUse }) {
  book.record('export', who, when, {
    declaration: DECLARATIONS[shipment],
    destination,
    port,
    consignee,
    items: items.map(([lot, massKg, hsCode]) => ({ lot, massKg, hsCode })),
    documents: [
      cites(shipment),
      ...EXPORT_LICENCES[shipment].map(number => document('export-licence', number)),
      document('inspection-certificate', `${DECLARATIONS[shipment].slice(0, 2)}26${DECLARATIONS[shipment].slice(-8)}`),
      ...(dualUse ? [document('dual-use-licence', dualUse)] : []),
    ],
  });
}

/** What lay in two stores on the day records began. */
export function openingStock(book) {
  const prNd = { product: 'OX-PrNd', reoPercent: 99, assay: assay({ Pr: 24.6, Nd: 75.3, La: 0.06, Ce: 0.04 }) };
  book.record('opening-stock', 'guangzhouTrader', '2025-12-31 20:00', {
    yields: [{ lot: 'GG-2512-OX-PrNd-01', massKg: 2400, ...prNd }],
    statedOrigin: '2025年期初库存，来源单据不全',
  });
  book.record('opening-stock', 'ganzhouSmelter', '2025-12-31 20:00', {
    yields: [
      {
        lot: 'GZ-2512-OX-Eu-01',
        product: 'OX-Eu',
        massKg: 318.5,
        reoPercent: 99.3,
        assay: assay({ Eu: 99.96, Sm: 0.02, Gd: 0.02 }),
      },
    ],
    statedOrigin: '检修前的成品库存；生产线已清槽，无在制料液',
  });
}

/** Sales that stay in the country, one of them sent back. */
export function homeTrade(book) {
  book.transfer('ganzhouSmelter', 'guangzhouTrader', {
    sentAt: '2026-04-10 08:00',
    receivedAt: '2026-04-11 16:30',
    items: [['GZ-2603-OX-Er-01', 1000, undefined, 298000]],
    outcome: 'rejected',
    receiptNote: '外包装受潮，拒收退回',
  });
  book.transfer('baotouSmelter', 'ningboTrader', {
    sentAt: '2026-04-14 08:30',
    receivedAt: '2026-04-17 11:00',
    items: [['BT-2603-CA-Ce-01', 60000, undefined, 5600]],
  });
  book.transfer('metalMaker', 'magnetMaker', {
    sentAt: '2026-05-06 09:00',
    receivedAt: '2026-05-07 15:00',
    items: [['FL-2604-MET-PrNd-01', 9000, undefined, 681000]],
  });
  book.transfer('metalMaker', 'recycler', {
    sentAt: '2026-06-08 10:00',
    receivedAt: '2026-06-10 09:40',
    items: [['FL-2604-SCR-SLAG-01', 1600, 1598, 41000]],
  });
}

/** Metal, dysprosium and yttrium for Japan: every gram of it from a source that is in order. */
export function cleanShipment(book) {
  book.transfer('ganzhouSmelter', 'suzhouTrader', {
    sentAt: '2026-05-12 08:00',
    receivedAt: '2026-05-13 17:20',
    items: [
      ['GZ-2604-OX-Y-01', 4000, undefined, 46500],
      ['GZ-2604-OX-Dy-01', 600, undefined, 1632000],
    ],
  });
  book.transfer('ganzhouSmelter', 'suzhouTrader', {
    sentAt: '2026-06-05 08:00',
    receivedAt: '2026-06-06 17:00',
    items: [['GZ-2605-OX-Y-01', 3000, 2999, 46200]],
  });
  const draws = [
    { lot: 'GZ-2604-OX-Y-01', massKg: 4000 },
    { lot: 'GZ-2605-OX-Y-01', massKg: 2999 },
  ];
  book.record('processing', 'suzhouTrader', '2026-06-10 16:00', {
    process: 'BLEND',
    from: '2026-06-10T08:00:00+08:00',
    draws,
    yields: [
      { lot: 'SZ-2606-OX-Y-01', product: 'OX-Y', massKg: 6998, reoPercent: 99.6, assay: assayOf(book.pool(draws), 5) },
    ],
  });
  book.record('stocktake', 'suzhouTrader', '2026-06-20 10:00', {
    counts: [{ lot: 'SZ-2606-OX-Y-01', countedKg: 6995.5 }],
    reason: '半年盘点，取样消耗 2.5 公斤',
  });
  book.transfer('suzhouTrader', 'qingdaoExporter', {
    sentAt: '2026-06-29 09:00',
    receivedAt: '2026-06-30 16:10',
    items: [
      ['SZ-2606-OX-Y-01', 6000, undefined, 48800],
      ['GZ-2604-OX-Dy-01', 300, undefined, 1668000],
    ],
    documents: [cites('clean')],
  });
  book.transfer('metalMaker', 'qingdaoExporter', {
    sentAt: '2026-06-28 08:00',
    receivedAt: '2026-07-01 10:45',
    items: [
      ['FL-2604-MET-PrNd-01', 4500, undefined, 684000],
      ['FL-2605-MET-PrNd-01', 3500, undefined, 684000],
    ],
    documents: [cites('clean')],
  });
  shipOut(book, 'clean', 'qingdaoExporter', '2026-07-06 14:00', {
    destination: 'JP',
    port: '青岛',
    consignee: 'Hinokuma Magnet Materials K.K.',
    items: [
      ['FL-2604-MET-PrNd-01', 4500, '28053029'],
      ['FL-2605-MET-PrNd-01', 3500, '28053029'],
      ['GZ-2604-OX-Dy-01', 300, '28469015'],
      ['SZ-2606-OX-Y-01', 6000, '28469011'],
    ],
    dualUse: '2026-LY-004417',
  });
}

/** Dysprosium and terbium that the Baotou smelter packed without having had them. */
export function excessShipment(book) {
  const items = [
    ['BT-2606-OX-Dy-01', 800, undefined, 1655000],
    ['BT-2606-OX-Tb-01', 300, undefined, 6180000],
    ['BT-2606-OX-PrNd-01', 4000, undefined, 561000],
  ];
  book.transfer('baotouSmelter', 'suzhouTrader', {
    sentAt: '2026-07-09 08:40',
    receivedAt: '2026-07-12 10:30',
    items,
  });
  book.transfer('suzhouTrader', 'qingdaoExporter', {
    sentAt: '2026-08-11 09:00',
    receivedAt: '2026-08-12 15:20',
    items,
    documents: [cites('excess')],
  });
  shipOut(book, 'excess', 'qingdaoExporter', '2026-08-20 11:00', {
    destination: 'DE',
    port: '青岛',
    consignee: 'Auenfels Antriebstechnik GmbH',
    items: [
      ['BT-2606-OX-Dy-01', 800, '28469015'],
      ['BT-2606-OX-Tb-01', 300, '28469016'],
      ['BT-2606-OX-PrNd-01', 4000, '28469019'],
    ],
    dualUse: '2026-LY-005902',
  });
}

/** Old stock, goods that came without papers, and a count that found more than there was. */
export function unverifiedShipment(book) {
  book.transfer('ganzhouSmelter', 'guangzhouTrader', {
    sentAt: '2026-06-16 08:10',
    receivedAt: '2026-06-17 15:00',
    items: [['GZ-2605-OX-PrNd-01', 3000, undefined, 558000]],
  });
  book.record('receipt', 'guangzhouTrader', '2026-06-25 19:30', {
    from: { name: '兴旺废旧金属收购点' },
    yields: [
      {
        lot: 'GG-2606-OX-PrNd-02',
        product: 'OX-PrNd',
        massKg: 1500,
        reoPercent: 98.7,
        assay: assay({ Pr: 23.9, Nd: 75.6, La: 0.2, Ce: 0.2, Sm: 0.1 }),
      },
    ],
    enteredAt: '2026-07-20T16:05:00+08:00',
    note: '货先到，单据后补；供货方未开具发票',
  });
  const draws = [
    { lot: 'GG-2512-OX-PrNd-01', massKg: 2400 },
    { lot: 'GZ-2605-OX-PrNd-01', massKg: 3000 },
    { lot: 'GG-2606-OX-PrNd-02', massKg: 1500 },
  ];
  book.record('processing', 'guangzhouTrader', '2026-07-22 17:00', {
    process: 'BLEND',
    from: '2026-07-22T08:00:00+08:00',
    draws,
    yields: [
      {
        lot: 'GG-2607-OX-PrNd-03',
        product: 'OX-PrNd',
        massKg: 6898,
        reoPercent: 99,
        assay: assayOf(book.pool(draws), 5),
      },
    ],
  });
  book.record('stocktake', 'guangzhouTrader', '2026-08-05 10:00', {
    counts: [{ lot: 'GG-2607-OX-PrNd-03', countedKg: 6983 }],
    reason: '月度盘点，实物多于账面',
  });
  shipOut(book, 'unverified', 'guangzhouTrader', '2026-08-27 15:00', {
    destination: 'VN',
    port: '黄埔',
    consignee: 'Song Tien Electronics JSC',
    items: [['GG-2607-OX-PrNd-03', 6500, '28469019']],
  });
}

/** Made with ore dug after the licence was gone. */
export function illegalShipment(book) {
  const items = [
    ['GZ-2607-OX-Dy-01', 700, undefined, 1660000],
    ['GZ-2607-OX-Tb-01', 150, undefined, 6190000],
    ['GZ-2607-OX-Y-01', 5000, undefined, 47100],
  ];
  book.transfer('ganzhouSmelter', 'ningboTrader', {
    sentAt: '2026-08-06 08:20',
    receivedAt: '2026-08-07 17:45',
    items,
  });
  book.transfer('ningboTrader', 'shanghaiExporter', {
    sentAt: '2026-09-01 09:15',
    receivedAt: '2026-09-02 11:30',
    items,
    documents: [cites('illegal')],
  });
  shipOut(book, 'illegal', 'shanghaiExporter', '2026-09-09 10:00', {
    destination: 'KR',
    port: '上海',
    consignee: 'Hanbit Motor Components Co., Ltd.',
    items: [
      ['GZ-2607-OX-Dy-01', 700, '28469015'],
      ['GZ-2607-OX-Tb-01', 150, '28469016'],
      ['GZ-2607-OX-Y-01', 5000, '28469011'],
    ],
    dualUse: '2026-LY-006338',
  });
}

/** Two lorries announced, one of them still on the road. */
export function pendingShipment(book) {
  const lot = 'BT-2605-OX-La-01';
  book.transfer('baotouSmelter', 'ningboTrader', {
    sentAt: '2026-07-02 08:00',
    receivedAt: '2026-07-05 16:40',
    items: [[lot, 40000, undefined, 4200]],
  });
  book.transfer('ningboTrader', 'shanghaiExporter', {
    sentAt: '2026-10-26 08:00',
    receivedAt: '2026-10-27 14:15',
    items: [[lot, 20000, undefined, 4650]],
    documents: [cites('pending')],
  });
  book.transfer('ningboTrader', 'shanghaiExporter', {
    sentAt: '2026-10-29 08:00',
    items: [[lot, 20000, undefined, 4650]],
    documents: [cites('pending')],
  });
  shipOut(book, 'pending', 'shanghaiExporter', '2026-10-30 16:00', {
    destination: 'NL',
    port: '宁波',
    consignee: 'Rijnhaven Catalyst B.V.',
    items: [[lot, 20000, '28469012']],
  });
}
