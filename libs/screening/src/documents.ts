import type { Bilingual } from './rule.js';

/** The source documents that rules are taken from. */
export const DOCUMENTS = {
  weihai2020: {
    zh: '威海市《关于组织稀土企业开展自查自纠暨严厉打击稀土生产经营领域违法违规行为的通知》(威工信字〔2020〕95号)',
    en: 'Weihai notice on self-inspection of rare-earth enterprises and on violations in production and trade (2020, No. 95)',
  },
  miit2014: {
    zh: '工业和信息化部《打击稀土违法违规行为专项行动方案》(2014年)',
    en: 'MIIT plan of the special campaign against violations in the rare-earth industry (2014)',
  },
  notice2018: {
    zh: '十二部门《关于持续加强稀土行业秩序整顿的通知》(工信部联原〔2018〕265号)',
    en: 'Notice of twelve departments on continued rectification of the rare-earth industry (2018, No. 265)',
  },
  taicang2019: {
    zh: '《太仓市持续加强稀土行业秩序整顿工作方案》(太政办〔2019〕107号)',
    en: 'Taicang work plan for continued rectification of the rare-earth industry (2019, No. 107)',
  },
  quotaDraft: {
    zh: '《稀土开采和稀土冶炼分离总量调控管理办法(暂行)(公开征求意见稿)》',
    en: 'Interim measures for total control of rare-earth mining and smelting and separation (draft for comment)',
  },
  order71: {
    zh: '《稀土开采和稀土冶炼分离总量调控管理暂行办法》(工业和信息化部等令第71号,2025年)',
    en: 'Interim measures for total control of rare-earth mining and smelting and separation (Order No. 71 of 2025)',
  },
  design: { zh: '本系统推导的核查规则', en: 'Check derived for this system' },
} as const satisfies Record<string, Bilingual>;
