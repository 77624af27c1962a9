import { day, dispatch, enterprise, lot, openingStock, receipt, uscc } from '#testing';
import { describeRule } from '../describe-rule.contract.js';
import rule from './gov-05.rule.js';

const [SELLER, BUYER] = [uscc(1), uscc(2)];
const stock = openingStock({ enterprise: SELLER, occurredAt: day(0), yields: [lot({ lot: 'A' })] });
const sent = dispatch({ enterprise: SELLER, to: BUYER, occurredAt: day(10), draws: [{ lot: 'A', massKg: 100 }] });
const enterprises = [enterprise(SELLER, ['trader']), enterprise(BUYER, ['trader'])];
const listing = { number: 'CF1', enterprise: BUYER, kind: 'blacklist', from: '2026-01-05', basis: 'b' };
const quota = { year: 2026, batch: 1, kind: 'separation', holder: BUYER, tonnesReo: 1, issuer: 'i', issuedAt: day(20) };
const at = (given: object) => ({ events: [stock, sent, receipt(sent)], registry: { enterprises, ...given } as never });

describeRule(rule, {
  fires: [
    {
      name: 'goods go to a blacklisted enterprise',
      ...at({ sanctions: [listing] }),
      finds: [{ enterprise: SELLER, severity: 'S2', event: sent.id }],
    },
    {
      name: 'a quota is issued to it',
      events: [stock],
      registry: { enterprises, sanctions: [listing], quotas: [quota] } as never,
      finds: [{ enterprise: BUYER }],
    },
  ],
  quiet: [
    { name: 'nobody is listed', ...at({}) },
    { name: 'the listing ended', ...at({ sanctions: [{ ...listing, to: '2026-01-07' }] }) },
    { name: 'the sanction is of another kind', ...at({ sanctions: [{ ...listing, kind: 'sales-suspended' }] }) },
  ],
  near: [{ name: 'it is listed from that day on', ...at({ sanctions: [{ ...listing, from: '2026-01-11' }] }) }],
});
