import { dayOf } from '#kernel';
import { permitValidOn } from '#registry';
import { DOCUMENTS } from '../documents.js';
import type { EventFacts } from '../facts/facts.js';
import type { PermitItem } from '../facts/registry-items.js';
import { defineRule } from '../rule.js';

const RARE_EARTHS: readonly string[] = ['rare-earth', 'mixed', 'bastnaesite', 'ion-adsorption', 'monazite', 'xenotime'];

/** Unlicensed mining (无证开采). Another holder's licence is MIN-05's, a recovery site MIN-08's, prospecting MIN-04's. */
export default defineRule({
  code: 'MIN-01',
  kind: 'V',
  title: { zh: '无证开采', en: 'Unlicensed mining' },
  reading: {
    zh: '开采事件所引许可证不存在、当日无效或不含稀土矿种。',
    en: 'Mining cites no licence that the registry knows as valid that day for rare-earth minerals.',
  },
  severity: 'S4',
  authorities: ['resources', 'police'],
  basis: [
    {
      document: DOCUMENTS.miit2014,
      clause: '一(一)',
      quotation: { zh: '无证开采', en: 'Mining without a licence' },
    },
  ],
  parameters: {},
  *onEvent(event, facts) {
    const { content } = event;
    if (content.type !== 'mining') return;
    const cited = facts.registry.whereAt('permits', 'number', content.licence, event.at);
    const day = dayOf(new Date(event.at));
    if (cited.some(permit => isRight(permit, event.enterprise, day))) return;
    if (isOthersCase(event.enterprise, cited, content.site, facts, event.at)) return;
    yield {
      enterprise: event.enterprise,
      subject: event.id,
      event: event.id,
      at: event.at,
      amount: { value: event.yields.reduce((sum, { reoG }) => sum + reoG, 0) / 1000, unit: 'kg REO' },
      evidence: {
        events: [event.id],
        lots: event.yields.map(({ lot }) => lot.key),
        documents: cited.length > 0 ? cited.map(({ kind, number }) => `permits/${kind}:${number}`) : [`permits/mining-licence:${content.licence}`],
      },
    }; // prettier-ignore
  },
});

/** A licence valid that day for rare earths, whoever holds it; or the enterprise's own recovery or prospecting paper. */
function isRight(permit: PermitItem, enterprise: string, day: string): boolean {
  if (!permitValidOn(permit, day)) return false;
  if (permit.kind === 'mining-licence') return !permit.minerals || permit.minerals.some(each => RARE_EARTHS.includes(each));
  return (permit.kind === 'recovery-approval' || permit.kind === 'exploration-licence') && permit.holder === enterprise;
} // prettier-ignore

/** Recovery without a valid approval is judged by MIN-08 and MIN-09. */
function isOthersCase(enterprise: string, cited: readonly PermitItem[], site: string | undefined, { registry }: EventFacts, at: number): boolean {
  if (cited.some(({ kind }) => kind === 'recovery-approval')) return true;
  if (site !== undefined && registry.at('sites', site, at)?.kind === 'recovery') return true;
  const kinds = registry.at('enterprises', enterprise, at)?.kinds ?? [];
  return kinds.includes('recovery') && !kinds.includes('mine');
} // prettier-ignore
