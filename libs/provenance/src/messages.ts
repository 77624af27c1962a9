import type { Locale } from '#kernel';

/** Words of a verdict's details by code. `{name}` is filled in. */
const CATALOGUE = {
  en: {
    'illegal-source': '{count} illegal source(s) with {percent} % of the rare earths ({reoKg} kg)',
    'open-finding': '{count} open finding(s) of severity S3 or S4 on the chain',
    'sanctioned-party': '{count} act(s) of or with parties under a sanction on the chain',
    'rule-failed': '{count} rule(s) could not be applied to the chain',
    'feed-stale': 'Feeds of departments that could tell otherwise are overdue: {count}',
    'engine-behind': 'What was recorded last has not been screened yet; ask again shortly',
    'unverified-source': '{count} source(s) with {percent} % of the rare earths ({reoKg} kg) are not shown to be legal',
    'unexplained-mass': '{percent} % of the rare earths ({reoKg} kg) come from nowhere; introduced at {count} event(s)',
    'no-rare-earths': 'It holds no rare earths that could be traced',
    'pending-transfer': '{count} dispatch(es) of it have not brought all their mass yet',
    recomputing: 'A correction upstream is still being worked in; ask again shortly',
    'limit-reached': 'The chain is larger than can be walked; a part of it was not looked at',
  },
  zh: {
    'illegal-source': '{count} 个非法来源，占稀土 {percent} %（{reoKg} 千克）',
    'open-finding': '链条上有 {count} 条 S3 或 S4 级未结问题',
    'sanctioned-party': '链条上有 {count} 项涉及受处罚主体的行为',
    'rule-failed': '有 {count} 条规则未能在该链条上运行',
    'feed-stale': '{count} 个部门数据源报送逾期，无法据以判断',
    'engine-behind': '最新记录尚未完成核查，请稍后再查',
    'unverified-source': '{count} 个来源的合法性未获证实，占稀土 {percent} %（{reoKg} 千克）',
    'unexplained-mass': '{percent} % 的稀土（{reoKg} 千克）来源不明，由 {count} 个事件引入',
    'no-rare-earths': '不含可供追溯的稀土',
    'pending-transfer': '有 {count} 笔发货的货物尚未全部到位',
    recomputing: '上游更正尚在处理，请稍后再查',
    'limit-reached': '链条过大，有一部分未能查看',
  },
} as const satisfies Record<Locale, Record<string, string>>;

export type RemarkKey = keyof (typeof CATALOGUE)['en'];

/** The detail of a remark in a language. */
export function describe(locale: Locale, key: RemarkKey, values: Readonly<Record<string, number>> = {}): string {
  return CATALOGUE[locale][key].replaceAll(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place));
}
