import { ELEMENTS, elementIndex, groupBy } from '#kernel';
import { DOCUMENTS } from '../documents.js';
import type { ChainFacts, TransferFact, TransferPart } from '../facts/facts.js';
import type { InvoiceItem } from '../facts/registry-items.js';
import { firstAsked } from '../readings/asked.js';
import { invoiceKey, isNormal, linkInvoices } from '../readings/invoices.js';
import { isNameOf, productsNamed } from '../readings/item-names.js';
import { type Cause, defineRule } from '../rule.js';

/** A dispatch with an invoice of the seller that names its goods falsely. */
interface Misnaming {
  readonly at: number;
  readonly transfer: TransferFact;
  readonly invoice: InvoiceItem;
  /** Lots that are something else than what the invoice says. */
  readonly parts: readonly TransferPart[];
}

/** False product name on an invoice (假冒品名). Invoices that do not stand are INV-05's, those of others INV-04's. */
export default defineRule({
  code: 'INV-01',
  kind: 'V',
  title: { zh: '发票假冒品名', en: 'False product name on an invoice' },
  reading: {
    zh: '与稀土货物发货相对应的正常发票，其货物名称不是该产品在稀土产品目录中的名称(含通用别名，不计“*…*”分类简称、括号内说明和全半角差别)，或者根本不是稀土品名；或品名为单一元素产品，而批次配分中含量最高的不是该元素。',
    en: 'A standing invoice for a dispatch of rare-earth goods bears an item that is not the product’s name in the catalogue (usual synonyms count; the `*…*` category, remarks in parentheses and character width do not), or no rare-earth item at all; or it names a single element that is not the largest in the lot’s assay.',
  },
  severity: 'S3',
  authorities: ['tax'],
  basis: [
    {
      document: DOCUMENTS.notice2018,
      clause: '二(四)',
      quotation: {
        zh: '监督稀土矿产品、冶炼分离产品和稀土金属等企业如实开具稀土增值税专用发票，不得假冒品名',
        en: 'Enterprises issue special VAT invoices for rare earths truthfully and never under a false product name',
      },
    },
    {
      document: DOCUMENTS.taicang2019,
      clause: '二(三)',
      quotation: { zh: '不得假冒品名', en: 'No false product names' },
    },
  ],
  parameters: {},
  *onEnterprise(uscc, facts) {
    for (const [key, all] of groupBy(misnamings(uscc, facts), ({ invoice }) => invoiceKey(invoice))) {
      yield causeOf(uscc, key, firstAsked(all, facts)!);
    }
  },
});

function* misnamings(uscc: string, facts: ChainFacts): Generator<Misnaming> {
  const links = linkInvoices(uscc, facts);
  for (const transfer of facts.sentBy(uscc)) {
    const own = links.get(transfer.dispatch.id)!.map(({ invoice }) => invoice).filter(each => isNormal(each) && each.seller === uscc);
    for (const invoice of own) {
      const parts = [...unnamedParts(transfer, invoice, own), ...partsOfOtherElement(transfer, invoice)];
      if (parts.length > 0) yield { at: transfer.at, transfer, invoice, parts };
    }
  }
} // prettier-ignore

/** Goods that none of the invoices names, if this one has a line for no goods of the dispatch. */
function unnamedParts(transfer: TransferFact, invoice: InvoiceItem, all: readonly InvoiceItem[]): TransferPart[] {
  const names = all.flatMap(({ lines }) => lines.map(({ item }) => item));
  const isIdle = (item: string): boolean => !transfer.parts.some(({ lot }) => isNameOf(item, lot.product));
  if (!invoice.lines.some(({ item }) => isIdle(item))) return [];
  return goodsOf(transfer).filter(({ lot }) => !names.some(item => isNameOf(item, lot.product)));
}

/** Goods under the name of an element that is not their largest. */
function partsOfOtherElement(transfer: TransferFact, invoice: InvoiceItem): TransferPart[] {
  return goodsOf(transfer).filter(({ lot }) => {
    const [element] = lot.product.elements;
    if (lot.product.elements.length !== 1 || !invoice.lines.some(({ item }) => isNameOf(item, lot.product))) return false;
    return lot.distribution[elementIndex(element!)!]! < Math.max(...lot.distribution);
  });
} // prettier-ignore

const goodsOf = ({ parts }: TransferFact): TransferPart[] => parts.filter(({ lot }) => lot.product.stage !== 'WASTE');

function causeOf(uscc: string, key: string, { at, transfer, invoice, parts }: Misnaming): Cause {
  const kg = parts.reduce((sum, { massG }) => sum + massG, 0) / 1000;
  return {
    enterprise: uscc,
    subject: `invoices/${key}`,
    event: transfer.dispatch.id,
    at,
    amount: { value: kg, unit: 'kg' },
    evidence: {
      events: [transfer.dispatch.id],
      lots: parts.map(({ lot }) => lot.key),
      documents: [`invoices/${key}`],
      enterprises: [transfer.to],
      figures: [
        { name: { zh: '品名不符的货物', en: 'Goods under a false name' }, value: kg, unit: 'kg' },
        ...parts.map(figureOfLargest),
      ],
      note: noteOf(invoice, parts),
    },
  };
}

function figureOfLargest({ lot }: TransferPart) {
  const largest = Math.max(...lot.distribution);
  const element = ELEMENTS[lot.distribution.indexOf(largest)] ?? '';
  const name = {
    zh: `批次 ${lot.code} 含量最高的元素 ${element}`,
    en: `Largest element of lot ${lot.code}: ${element}`,
  };
  return { name, value: Math.round(largest * 1e4) / 100, unit: '%' };
}

function noteOf({ lines }: InvoiceItem, parts: readonly TransferPart[]): NonNullable<Cause['evidence']['note']> {
  const items = lines.map(({ item }) => `“${item}”${productsNamed(item).length === 0 ? '*' : ''}`);
  const products = [...new Set(parts.map(({ lot }) => lot.product))];
  return {
    zh: `发票品名：${items.join('、')}；货物：${products.map(({ zh }) => zh).join('、')}。带*的不是目录中的稀土品名。`,
    en: `Invoiced as ${items.join(', ')}; the goods are ${products.map(({ en }) => en).join(', ')}. * marks what is no rare-earth item.`,
  };
}
