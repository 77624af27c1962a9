import { Book } from './book.mjs';
import { baotouMonth, bayanMonth, intake, recycle, smeltMetal } from './north.mjs';
import { ganzhouMonth, importMonth, ionMonth } from './south.mjs';
import {
  cleanShipment,
  excessShipment,
  homeTrade,
  illegalShipment,
  openingStock,
  pendingShipment,
  unverifiedShipment,
} from './trade.mjs';

/** The whole demonstration in the order in which it happened. */
export function tellStory() {
  const book = new Book();
  openingStock(book);
  bayanAndBaotou(book);
  ganzhou(book);
  recyclerAndMetal(book);
  homeTrade(book);
  cleanShipment(book);
  excessShipment(book);
  unverifiedShipment(book);
  illegalShipment(book);
  pendingShipment(book);
  return book.events.sort((a, b) => (a.occurredAt < b.occurredAt ? -1 : a.occurredAt > b.occurredAt ? 1 : 0));
}

function bayanAndBaotou(book) {
  const march = bayanMonth(book, {
    month: '2512', oreKg: 13_850_000, minedAt: '2025-12-31 18:00', milledFrom: '2026-01-04T08:00:00+08:00',
    milledAt: '2026-02-13 18:00', sentAt: '2026-02-25 09:10', receivedAt: '2026-02-26 15:40', lossKg: 640,
  }); // prettier-ignore
  const april = bayanMonth(book, {
    month: '2602', oreKg: 13_420_000, minedAt: '2026-02-28 18:00', milledFrom: '2026-03-02T08:00:00+08:00',
    milledAt: '2026-03-23 18:00', sentAt: '2026-03-26 08:50', receivedAt: '2026-03-27 16:05',
  }); // prettier-ignore
  const may = bayanMonth(book, {
    month: '2603', oreKg: 14_130_000, minedAt: '2026-03-31 18:00', milledFrom: '2026-04-02T08:00:00+08:00',
    milledAt: '2026-04-24 18:00', sentAt: '2026-04-27 09:30', receivedAt: '2026-04-28 14:20',
  }); // prettier-ignore
  const june = bayanMonth(book, {
    month: '2604', oreKg: 13_960_000, minedAt: '2026-04-30 18:00', milledFrom: '2026-05-06T08:00:00+08:00',
    milledAt: '2026-05-25 18:00', sentAt: '2026-05-28 09:00', receivedAt: '2026-05-29 15:15',
  }); // prettier-ignore
  const afterMarch = baotouMonth(book, { month: '2603', lastDay: 31, feed: march });
  const afterApril = baotouMonth(book, { month: '2604', lastDay: 30, feed: april, carried: afterMarch });
  const afterMay = baotouMonth(book, { month: '2605', lastDay: 31, feed: may, carried: afterApril });
  baotouMonth(book, { month: '2606', lastDay: 30, feed: june, carried: afterMay, boost: { Tb: 1.65, Dy: 4.4 } });
}

function ganzhou(book) {
  const longnan = {
    march: ionMonth(book, 'longnanMine', {
      month: '2512', oreKg: 44_600_000, minedAt: '2025-12-31 17:00', leachedAt: '2026-01-21 17:00',
      sentAt: '2026-02-25 07:30', receivedAt: '2026-02-25 13:10',
    }),
    april: ionMonth(book, 'longnanMine', {
      month: '2602', oreKg: 42_900_000, minedAt: '2026-02-28 17:00', leachedAt: '2026-03-18 17:00',
      sentAt: '2026-03-25 07:40', receivedAt: '2026-03-25 13:30', gainKg: 54,
    }),
    may: ionMonth(book, 'longnanMine', {
      month: '2603', oreKg: 45_300_000, minedAt: '2026-03-31 17:00', leachedAt: '2026-04-17 17:00',
      sentAt: '2026-04-24 07:30', receivedAt: '2026-04-24 12:55',
    }),
    june: ionMonth(book, 'longnanMine', {
      month: '2604', oreKg: 44_100_000, minedAt: '2026-04-30 17:00', leachedAt: '2026-05-19 17:00',
      sentAt: '2026-05-27 07:35', receivedAt: '2026-05-27 13:05',
    }),
  }; // prettier-ignore
  const imported = {
    march: importMonth(book, {
      month: '2602', declaration: 'importMarch', arrivedAt: '2026-02-24 11:20', lots: [[20000, 92.1], [20000, 91.8], [20000, 92.4]],
      sentAt: '2026-02-25 18:00', receivedAt: '2026-02-28 10:30',
    }),
    april: importMonth(book, {
      month: '2603', declaration: 'importApril', arrivedAt: '2026-03-27 10:45', lots: [[20200, 92.0], [20000, 92.3], [20000, 91.6]],
      mistyped: 22000, correctedAt: '2026-03-28 09:15', sentAt: '2026-03-28 17:30', receivedAt: '2026-03-31 09:50',
    }),
    may: importMonth(book, {
      month: '2604', declaration: 'importMay', arrivedAt: '2026-04-28 11:05', lots: [[25000, 92.2], [25000, 91.9]],
      sentAt: '2026-04-28 18:20', receivedAt: '2026-04-30 17:40',
    }),
    july: importMonth(book, {
      month: '2606', declaration: 'importJuly', arrivedAt: '2026-06-26 10:30', lots: [[20000, 92.0], [20000, 92.2]],
      sentAt: '2026-06-27 08:00', receivedAt: '2026-06-30 09:15',
    }),
  }; // prettier-ignore
  const xunwu = {
    legal: ionMonth(book, 'xunwuMine', {
      month: '2605', oreKg: 24_800_000, minedAt: '2026-05-29 17:00', leachedAt: '2026-06-12 17:00',
      sentAt: '2026-06-24 08:10', receivedAt: '2026-06-24 16:45',
    }),
    illegal: ionMonth(book, 'xunwuMine', {
      month: '2606', oreKg: 31_200_000, minedAt: '2026-06-27 17:00', leachedAt: '2026-07-10 17:00',
      sentAt: '2026-07-13 21:40', receivedAt: '2026-07-14 06:20',
    }),
  }; // prettier-ignore
  const afterMarch = ganzhouMonth(book, { month: '2603', lastDay: 31, draws: [longnan.march, ...imported.march] });
  const afterApril = ganzhouMonth(book, {
    month: '2604', lastDay: 30, draws: [longnan.april, ...imported.april, afterMarch],
  }); // prettier-ignore
  const afterMay = ganzhouMonth(book, {
    month: '2605', lastDay: 31, draws: [longnan.may, ...imported.may, afterApril],
  }); // prettier-ignore
  const afterJune = ganzhouMonth(book, { month: '2606', lastDay: 30, draws: [longnan.june, afterMay] });
  ganzhouMonth(book, {
    month: '2607', lastDay: 31, draws: [xunwu.legal, xunwu.illegal, ...imported.july, afterJune],
  }); // prettier-ignore
}

function recyclerAndMetal(book) {
  const magnets = { supplier: 'magnetMaker', name: '宁波市东潮永磁科技有限公司' };
  const motors = { supplier: 'dismantler', name: '天津市津沽电机拆解有限公司' };
  const offcuts = intake(book, '2026-03-04 10:10', 'TC-2603-SCR-NdFeB-B-01', {
    product: 'SCR-NdFeB-B', massKg: 26400, metalPercent: 30.6, ...magnets,
  }); // prettier-ignore
  const sludge = intake(book, '2026-03-09 14:25', 'TC-2603-SCR-NdFeB-S-02', {
    product: 'SCR-NdFeB-S', massKg: 31800, metalPercent: 23.4, ...magnets,
  }); // prettier-ignore
  const used = intake(book, '2026-05-08 09:35', 'TC-2605-SCR-NdFeB-E-03', {
    product: 'SCR-NdFeB-E', massKg: 38200, metalPercent: 29.1, ...motors,
  }); // prettier-ignore
  recycle(book, {
    month: '2603',
    from: '2026-03-10T08:00:00+08:00',
    until: '2026-03-30 20:00',
    draws: [offcuts, sludge],
  });
  recycle(book, { month: '2605', from: '2026-05-11T08:00:00+08:00', until: '2026-05-30 20:00', draws: [used] });
  const buys = [
    ['baotouSmelter', 'BT-2603-OX-PrNd-01', 12000, '2026-04-03 09:00', '2026-04-07 10:20'],
    ['recycler', 'TC-2603-OX-PrNd-01', 8000, '2026-04-04 13:00', '2026-04-06 11:10'],
    ['baotouSmelter', 'BT-2604-OX-PrNd-01', 6000, '2026-05-06 09:20', '2026-05-09 15:30'],
    ['ganzhouSmelter', 'GZ-2604-OX-PrNd-01', 10000, '2026-05-07 08:30', '2026-05-07 11:00'],
  ];
  for (const [seller, lot, massKg, sentAt, receivedAt] of buys)
    book.transfer(seller, 'metalMaker', { sentAt, receivedAt, items: [[lot, massKg, undefined, 556000]] });
  smeltMetal(book, {
    month: '2604', from: '2026-04-08T08:00:00+08:00', until: '2026-04-29 20:00',
    draws: [{ lot: 'BT-2603-OX-PrNd-01', massKg: 12000 }, { lot: 'TC-2603-OX-PrNd-01', massKg: 8000 }],
  }); // prettier-ignore
  smeltMetal(book, {
    month: '2605', from: '2026-05-10T08:00:00+08:00', until: '2026-05-30 20:00',
    draws: [{ lot: 'BT-2604-OX-PrNd-01', massKg: 6000 }, { lot: 'GZ-2604-OX-PrNd-01', massKg: 10000 }],
  }); // prettier-ignore
}
