import type { Messages } from '../en.js';

export const simulate: Messages['simulate'] = {
  summary: '生成虚构的全国一年数据，用于试用本服务及其规则',
  usage: [
    '用法：oretrail simulate [选项]',
    '',
    '写出 registry/<集合>.ndjson 与 events.ndjson（按此顺序导入，企业在先）、记有所植入内容的 key.ndjson，以及载明期限判断',
    '时刻的 scenario.json。其中企业均为虚构。规模、种子、违规相同，文件即相同。',
    '',
    '  --scale small|national|10x   约 1,500、280,000 或 2,800,000 个批次（默认 small）',
    '  --seed <数字>                随机种子（默认 1）',
    '  --violations <内容>          all、none，或规则代码，如 EXP-01,TRD-03（默认 none）',
    '  --out <目录>                 写入的目录（默认 scenario）',
    '  --lang zh|en                 语言（默认随终端）',
    '  -h, --help                   显示本说明',
    '',
    '退出码：0 完成，1 失败，2 用法错误。',
    '',
    '示例：',
    '  npx oretrail simulate --violations all --out scenario',
    '  npx oretrail import scenario/registry/enterprises.ndjson --registry enterprises',
    '  npx oretrail import scenario/events.ndjson',
  ].join('\n'),
  done: (events, items, planted, folder) =>
    `已将 ${events} 条事件、${items} 条登记信息及 ${planted} 条答案写入 ${folder}。`,
  badScale: (scale, known) => `没有规模“${scale}”：${known}。`,
  badSeed: seed => `“${seed}”不是种子：应为至多九位的整数。`,
  badViolation: (code, known) => `无法植入“${code}”。可植入：${known}。`,
};
