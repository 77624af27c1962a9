import type { Messages } from '../en.js';

export const backup: Messages['backup'] = {
  summary: '备份全部内容，可用 “oretrail restore” 恢复',
  usage: [
    '用法：oretrail backup <目录> [选项]',
    '',
    '服务未运行时：原样复制内嵌数据库。加 --export，或数据库由 DATABASE_URL 指定时：写出账本，其余内容可由它重新算出；',
    '服务运行时也可执行。如有管理员密钥，一并复制：请像保护数据目录一样保护备份目录。',
    '',
    '  --export       写出账本，而不复制文件',
    '  --data <目录>  数据目录，用于未设 DATABASE_URL 时（默认为 ORETRAIL_DATA，否则 ./data）',
    '  --lang zh|en   语言（默认随终端）',
    '  -h, --help     显示本说明',
    '',
    '退出码：0 完成，1 失败，2 用法错误。',
    '',
    '示例：',
    '  npx oretrail backup /backup/oretrail-2026-11-20',
    '  npx oretrail backup /backup/oretrail-2026-11-20 --export',
  ].join('\n'),
  subject: {
    none: '请给出备份目录；该目录应为空或不存在。',
    many: folders => `只需一个目录，而不是 ${folders}。`,
  },
  notEmpty: folder => `${folder} 不是空目录：备份需要单独的目录。`,
  running: (folder, pid) =>
    `OreTrail 正在 ${folder} 上运行（进程 ${pid}），写入中的文件无法复制。请先停止服务，或使用可在运行时执行的 --export。`,
  doneFiles: (files, megabytes, folder) => `已将 ${files} 个文件（${megabytes} MB）备份到 ${folder}。`,
  doneExport: (entries, folder) => `已将账本的 ${entries} 条记录备份到 ${folder}。`,
  restoreHint: folder => `用 “oretrail restore ${folder}” 可恢复。`,
};
