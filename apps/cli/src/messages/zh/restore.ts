import type { Messages } from '../en.js';

export const restore: Messages['restore'] = {
  summary: '恢复 “oretrail backup” 的备份',
  usage: [
    '用法：oretrail restore <目录> [选项]',
    '',
    '文件备份原样放回数据目录。账本备份则重新记录到内嵌数据库或 DATABASE_URL 所指的空数据库，',
    '各条的记录时间为本次恢复的时间。恢复时服务不得运行。',
    '',
    '  --replace      把现有内嵌数据库移到一旁；不加此项则不动任何内容',
    '  --data <目录>  数据目录，用于未设 DATABASE_URL 时（默认为 ORETRAIL_DATA，否则 ./data）',
    '  --lang zh|en   语言（默认随终端）',
    '  -h, --help     显示本说明',
    '',
    '退出码：0 完成，1 失败，2 用法错误。',
    '',
    '示例：',
    '  npx oretrail restore /backup/oretrail-2026-11-20 --data ./data',
    '  npx oretrail restore /backup/oretrail-2026-11-20 --replace',
  ].join('\n'),
  subject: {
    none: '请给出备份所在目录。',
    many: folders => `只需一个目录，而不是 ${folders}。`,
  },
  noBackup: folder => `${folder} 中没有 OreTrail 的备份。`,
  damaged: folder => `${folder} 中的备份不完整：文件与写入时不同。`,
  otherVersion: (found, own) =>
    `备份为 PostgreSQL ${found} 的文件，而当前为 PostgreSQL ${own}。请用原版本恢复，并在其上使用 “oretrail backup --export”。`,
  filesElsewhere: '文件备份只能放回数据目录，不能放入 DATABASE_URL 所指的数据库：请取消该设置。',
  exists: folder => `${folder} 中已有数据库；--replace 可将其移到一旁。`,
  notEmpty: entries => `该账本已有 ${entries} 条记录：账本只能恢复到空数据库。`,
  progress: entries => `${entries} 条`,
  setAside: path => `原有数据库保存在 ${path}。`,
  doneFiles: folder => `数据库已恢复到 ${folder}。`,
  doneExport: entries => `已重新记录 ${entries} 条。`,
  keptKey: file => `${file} 保持不变：备份中的密钥与之不同。`,
};
