import { DOCUMENTS } from '../documents.js';
import { countryCode } from '#catalogue';
import type { EventFact, HoldingFact, DrawFact } from '../facts/facts.js';
import { type DepositFamily, depositFamily } from '../readings/assay.js';
import { type Declaration, declaredG, isDeclaredAs } from '../readings/customs.js';
import { isMineral } from '../readings/stages.js';
import { type Bilingual, defineRule } from '../rule.js';

/** Families of deposits that a country can send; others are not tested. */
const FAMILIES: Readonly<Record<string, readonly DepositFamily[]>> = {
  US: ['bastnaesite'],
  AU: ['mount-weld', 'monazite'],
  MM: ['ion-high-y', 'ion-medium-y', 'ion-low-y'],
  LA: ['ion-high-y', 'ion-medium-y', 'ion-low-y'],
};

/** False declaration (伪报瞒报): mass, goods or country are not as declared. */
export default defineRule({
  code: 'IMP-02',
  kind: 'V',
  title: { zh: '伪报瞒报', en: 'False or concealed declaration' },
  reading: {
    zh: '单个进口或出口事件的重量超过申报量 1.005 倍、8 位税号与产品不符、原产国或目的国与申报不符的,对报关单当事人立一条(S3)。进口矿化验配分所属矿床类型不可能来自申报国的,立 S2 线索。',
    en: 'One import or export is of more than 1.005 times the mass declared, of goods of another eight-digit code, or of another country than declared: S3 on the party of the declaration. The assay of imported ore is of a kind of deposit that the country does not have: S2, a lead.',
  },
  severity: 'S3',
  authorities: ['customs'],
  basis: [
    { document: DOCUMENTS.notice2018, clause: '二(四)', quotation: { zh: '依法如实规范向海关申报,严禁伪报瞒报', en: 'Declarations to customs are truthful and regular; false and concealed ones are strictly forbidden' } },
  ],
  parameters: {
    massTolerance: { value: 0.5, min: 0, max: 100, unit: '%', meaning: { zh: '重量容差', en: 'Tolerance of masses' } },
  },
  *onEvent(event, { registry }, { massTolerance }) {
    const { content } = event;
    if (content.type !== 'import' && content.type !== 'export') return;
    const declaration = registry.latest('customs-declarations', content.declaration);
    const common = { subject: event.id, event: event.id, at: event.at };
    const evidence = { events: [event.id], documents: [`customs-declarations/${content.declaration}`] };
    const wrong = declaration ? falsehoods(event, declaration, massTolerance) : [];
    if (declaration && wrong.length > 0) {
      yield { ...common, enterprise: declaration.party, evidence: { ...evidence, note: { zh: wrong.map(({ zh }) => zh).join(';'), en: wrong.map(({ en }) => en).join('; ') } } };
      return;
    }
    const strange = content.type === 'import' ? strangeFamilies(event, content.originCountry) : [];
    if (strange.length > 0) yield { ...common, enterprise: declaration?.party ?? event.enterprise, severity: 'S2', evidence: { ...evidence, lots: strange.map(({ lot }) => lot.key), note: NOTES.family } };
  },
}); // prettier-ignore

const NOTES = {
  mass: { zh: '重量超过申报', en: 'More than was declared' },
  goods: { zh: '税号与产品不符', en: 'Goods of another code' },
  country: { zh: '国家与申报不符', en: 'Another country than declared' },
  family: { zh: '配分类型与申报国不符', en: 'Of a kind of deposit that the country does not have' },
} as const satisfies Record<string, Bilingual>;

function falsehoods(event: EventFact, declaration: Declaration, tolerance: number): Bilingual[] {
  const { content } = event;
  const parts: readonly (DrawFact | HoldingFact)[] = content.type === 'import' ? event.yields : event.draws;
  const massG = parts.reduce((sum, each) => sum + each.massG, 0);
  const country =
    content.type === 'import' ? content.originCountry : content.type === 'export' ? content.destination : '';
  const codes = declaration.lines.map(({ hsCode }) => hsCode);
  return [
    ...(massG * 100 > declaredG(declaration) * (100 + tolerance) ? [NOTES.mass] : []),
    ...(parts.every(({ lot }) => isDeclaredAs(lot.product, codes)) ? [] : [NOTES.goods]),
    ...(countryCode(country) === countryCode(declaration.country) ? [] : [NOTES.country]),
  ];
}

/** Assayed ore whose family the country does not have. */
function strangeFamilies({ yields }: EventFact, country: string): HoldingFact[] {
  const possible = FAMILIES[countryCode(country) ?? ''];
  if (!possible) return [];
  return yields.filter(({ lot }) => {
    const family = isMineral(lot.product) && lot.basis === 'declared' ? depositFamily(lot.distribution) : undefined;
    return family !== undefined && !possible.includes(family);
  });
}
