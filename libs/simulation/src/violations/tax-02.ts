import { defineViolation } from './define-violation.js';
import { taxCertificate } from '../trading.js';

/**
 * Pays resource tax on 90 % of what it sold; the near miss on 99.6 %.
 * Another cites the certificate of a mine its ore is not from; its near miss that of the mine.
 */
export default defineViolation(
  'TAX-02',
  (scene, isBroken) => {
    const [mine, plant] = [scene.ionMine(), scene.smelter()];
    const share = isBroken ? 0.9 : 0.996;
    scene.amend(mine, 'resource-tax-certificates', item => ({
      ...item,
      massKg: Math.round(Number(item.massKg) * share),
    }));
    scene.digs(mine, 100, 30, {}, ({ lots }) => scene.sells(mine, plant, lots, { day: 101 }));
    scene.tell(mine, { period: '2025-Q2', also: isBroken ? { 'SEP-13': plant, 'TAX-02': mine } : {} });
  },
  (scene, isBroken) => {
    const [mine, other, plant] = [scene.ionMine(), scene.ionMine(), scene.smelter()];
    scene.digs(other, 100, 8, {}, ({ lots }) => scene.sells(other, plant, lots, { day: 101 }));
    const number = taxCertificate(isBroken ? other : mine, 'ENR-ION-M', 2);
    const documents = [{ kind: 'resource-tax-certificate' as const, number }];
    scene.digs(mine, 102, 4, {}, ({ lots }) => {
      const terms = { day: 103, isCited: false, dispatch: { documents } };
      scene.sells(mine, plant, lots, {
        ...terms,
        sent: ({ dispatches }) => scene.tell(mine, { events: dispatches, also: isBroken ? { 'SEP-13': plant } : {} }),
      });
    });
  },
);
