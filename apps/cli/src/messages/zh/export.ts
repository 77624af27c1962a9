import type { Messages } from '../en.js';

export const exporting: Messages['exporting'] = {
  summary: '把整个账本和登记信息写成可再次导入的 NDJSON',
  usage: [
    '用法：oretrail export [选项]',
    '',
    '每行一条，按账本顺序：登记信息及其有效时间、事件及更正、判定。用 “oretrail import --ledger” 导入后状态相同；',
    '各条的记录时间无法保留，但文件中有注明。读取 DATABASE_URL 所指的数据库，否则为内嵌数据库；服务运行时也可执行。',
    '',
    '  --out <文件>   写入的文件（默认为标准输出）',
    '  --force        覆盖已有文件',
    '  --data <目录>  数据目录，用于未设 DATABASE_URL 时（默认为 ORETRAIL_DATA，否则 ./data）',
    '  --lang zh|en   语言（默认随终端）',
    '  -h, --help     显示本说明',
    '',
    '退出码：0 完成，1 失败，2 用法错误。',
    '',
    '示例：',
    '  npx oretrail export --out oretrail-export.ndjson',
    '  npx oretrail export | gzip > oretrail-export.ndjson.gz',
  ].join('\n'),
  progress: entries => `${entries} 条`,
  done: (entries, seq, file) => `已将 ${entries} 条（至位置 ${seq}）写入 ${file}。`,
};
