import { defineViolation } from './define-violation.js';
import { monthLabel } from '../calendar.js';
import { noon } from './scene.js';
import { unshelve } from '../firm.js';
import type { Sold } from '../trading.js';

/** Invoices goods and records nothing; the near miss invoices in June what it sent in May. */
export default defineViolation('REP-07', (scene, isBroken) => {
  const [seller, buyer] = [scene.firm(['trader']), scene.firm(['other'])];
  if (isBroken) {
    scene.on(160, 'sell', () => {
      scene.invoice(seller, buyer, { item: '*稀土产品*氧化镧', massKg: 4_000, price: 4_200 });
      scene.tell(seller, { period: monthLabel(6), also: { 'INV-03': seller, 'REP-05': seller } });
    });
    return;
  }
  scene.give(seller, 'OX-La', 4, 140);
  scene.on(147, 'sell', () => {
    const invoice = (item: Record<string, unknown>) => ({ ...item, issuedAt: noon(153) });
    const sent = ({ dispatches }: Sold): void =>
      scene.tell(seller, { events: dispatches, also: { 'REP-05': seller, 'TAX-01': seller } });
    scene.sells(seller, buyer, unshelve(seller, 'OX-La'), { day: 148, isCited: false, invoice, sent });
  });
});
