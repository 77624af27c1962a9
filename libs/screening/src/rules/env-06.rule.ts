import { DOCUMENTS } from '../documents.js';
import type { EventFact } from '../facts/facts.js';
import { isRunOf } from '../readings/production.js';
import { isPermitted, permitKeysFor, productionSites, siteCause } from '../readings/production-sites.js';
import { defineRule } from '../rule.js';

const PROCESSES = ['SMELT_DECOMP', 'BENEFICIATION'];

/** Minerals that carry thorium and uranium. Ion-adsorption ores and scrap do not. */
const RADIOACTIVE: readonly string[] = ['CON-MIX', 'CON-BAS', 'CON-MON', 'CON-XEN', 'ORE-MIX', 'ORE-BAS'];

/** Radiation impact not assessed (辐射环境影响评价) where thorium and uranium come with the ore. */
export default defineRule({
  code: 'ENV-06',
  kind: 'V',
  title: { zh: '无辐射环境影响评价', en: 'No radiation impact assessment' },
  reading: {
    zh: '选矿或精矿分解的投入或产出含混合型、氟碳铈、独居石、磷钇矿类矿产品，而当日该场所（文件未注明场所的，按持有人）没有有效的辐射环评，或其列有工艺而不含该工艺。离子型矿和废料不在此列。每一企业每一场所一条。',
    en: 'Beneficiation or decomposition took in or gave out minerals of the mixed, bastnaesite, monazite or xenotime kind, and no radiation assessment of the site, or of the holder where it names none, was valid that day, or it names processes and not this one. Ion-adsorption ores and scrap are exempt. One finding per enterprise and site.',
  },
  severity: 'S3',
  authorities: ['environment'],
  basis: [
    {
      document: DOCUMENTS.notice2018,
      clause: '四(七)',
      quotation: {
        zh: '督促企业严格执行环评审批（含辐射环境影响评价）',
        en: 'Enterprises are made to keep strictly to environmental approval, radiation assessment included',
      },
    },
  ],
  absenceOf: ['permits/radiation-eia'],
  parameters: {},
  *onEnterprise(uscc, facts) {
    const { registry } = facts;
    for (const place of productionSites(uscc, facts)) {
      const offences = place.events.filter(event => handlesRadioactive(event) && !isPermitted(event, 'radiation-eia', registry)); // prettier-ignore
      if (offences.length === 0) continue;
      yield siteCause(place, offences, facts, { documents: permitKeysFor(registry, 'radiation-eia', place) });
    }
  },
});

const handlesRadioactive = (event: EventFact): boolean =>
  isRunOf(event, PROCESSES) &&
  [...event.draws, ...event.yields].some(({ lot }) => RADIOACTIVE.includes(lot.product.code));
