import type { Messages } from '../en.js';

export const search: Messages['search'] = {
  summary: '按号码或名称查找批次、出口货物、单证、企业和许可',
  usage: [
    '用法：oretrail search <文字> [选项]',
    '',
    '号码按开头匹配，名称可按任意部分匹配。',
    '',
    '  --as-of <位置>  以某一账本位置或时刻所知为准',
    '  --json          原样输出服务器的回答',
    '  --url <地址>    服务器地址（默认为正在使用该数据目录的服务器）',
    '  --key <密钥>    密钥（默认 ORETRAIL_ADMIN_KEY，否则 <数据目录>/admin.key）',
    '  --data <目录>   服务器的数据目录，admin.key 在其中（默认 ./data）',
    '  --lang zh|en    语言（默认随终端）',
    '  -h, --help      显示本说明',
    '',
    '退出码：0 有回答，1 失败，2 用法错误。',
    '',
    '示例：',
    '  npx oretrail search 4220',
    '  npx oretrail search 稀土',
  ].join('\n'),
  subject: {
    none: '请给出要查找的文字。',
    many: all => `含空格的文字请加引号：“${all}”。`,
  },
  groups: {
    lots: '批次',
    shipments: '出口货物',
    documents: '单证',
    enterprises: '企业',
    permits: '许可',
    findings: '发现的问题',
  },
  nothing: text => `没有名为 ${text} 的对象。`,
  more: '还有更多：请给出更长的文字',
};
