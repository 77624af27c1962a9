import { dateOf, firstDay, instant, monthLabel } from '../calendar.js';
import { numbered } from '../codes.js';
import { kg, type Firm } from '../firm.js';
import { quarterLabel, taxCertificate } from '../trading.js';
import type { World } from '../world.js';

const VAT = 0.13;
const RESOURCE_TAX = 0.09;

/** What is reported and paid for a month that is over; of a quarter that ends with it as well. */
export function closeMonth(world: World, month: number): void {
  const after = firstDay(month + 1);
  for (const firm of world.firms) {
    report(world, firm, month, after);
    if (firm.invoiced > 0) payVat(world, firm, month, after);
    if (month % 3 === 0 && firm.firstSold.size > 0) payResourceTax(world, firm, month / 3, after);
    measure(world, firm, month);
    firm.flows.clear();
    firm.invoiced = 0;
    firm.corrections = 0;
  }
}

/** A row for every product that was moved or is held; nothing at all is a row of zeros. */
function report(world: World, firm: Firm, month: number, after: number): void {
  if (firm.kinds[0] === 'other' || firm.kinds[0] === 'group') return;
  const held = [...firm.held].filter(([, massG]) => massG > 0).map(([product]) => product);
  const products = new Set([...firm.flows.keys(), ...held]);
  if (products.size === 0) products.add(firm.deposit?.product ?? 'OX-PrNd');
  for (const product of products) {
    const flow = firm.flows.get(product);
    const about = { enterprise: firm.uscc, month: monthLabel(month), product };
    const moved = {
      producedReoT: tonnes(flow?.producedReo),
      purchasedT: tonnes((flow?.purchased ?? 0) + (flow?.imported ?? 0)),
      ...(flow && flow.imported > 0 && { importedT: tonnes(flow.imported) }),
      soldT: tonnes(flow?.sold),
      exportedT: tonnes(flow?.exported),
    };
    const stockT = tonnes(firm.held.get(product));
    const submittedAt = instant(after + 4 + (firm.place % 5), 36_000_000);
    world.paper('monthly-reports', { ...about, ...moved, stockT, submittedAt }, firm);
  }
}

const tonnes = (grams = 0): number => Math.max(0, Math.round(grams / 1e3) / 1e3);

function payVat(world: World, firm: Firm, month: number, after: number): void {
  const filedAt = dateOf(after + 9 + (firm.place % 4));
  const tax = Math.round(firm.invoiced * VAT * 100) / 100;
  const paid = { taxableAmount: Math.round(firm.invoiced * 100) / 100, due: tax, paid: tax, filedAt, paidAt: filedAt };
  world.paper('tax-returns', { taxpayer: firm.uscc, tax: 'vat', period: monthLabel(month), ...paid }, firm);
}

function payResourceTax(world: World, firm: Firm, quarter: number, after: number): void {
  const filedAt = dateOf(after + 9);
  const period = quarterLabel(world, quarter);
  const tax = Math.round(firm.mineralsInvoiced * RESOURCE_TAX * 100) / 100;
  const paid = {
    taxableAmount: Math.round(firm.mineralsInvoiced * 100) / 100,
    due: tax,
    paid: tax,
    filedAt,
    paidAt: filedAt,
  };
  world.paper('tax-returns', { taxpayer: firm.uscc, tax: 'resource', period, ...paid }, firm);
  for (const [product, massG] of firm.firstSold) {
    const number = taxCertificate(firm, product, quarter);
    const item = { number, taxpayer: firm.uscc, region: firm.region, period, massKg: kg(massG), product };
    world.paper('resource-tax-certificates', item, firm);
  }
  firm.firstSold.clear();
  firm.mineralsInvoiced = 0;
}

/** A reading a month of the waste water of mines and plants, well below its limit. */
function measure(world: World, firm: Firm, month: number): void {
  if (firm.kinds[0] !== 'mine' && firm.kinds[0] !== 'smelter') return;
  const number = numbered('HJ', world.year, world.next('reading'));
  const place = { number, enterprise: firm.uscc, site: firm.site, point: 'DW001', parameter: 'NH3-N' };
  const value = Math.round((month % 2 === 0 ? 7 : 6) * world.dice.about(0.1) * 10) / 10;
  const from = instant(firstDay(month) + 14, 28_800_000);
  world.paper('monitoring', { ...place, from, value, limit: 15, unit: 'mg/L' }, firm);
}
