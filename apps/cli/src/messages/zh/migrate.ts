import type { Messages } from '../en.js';

export const migrate: Messages['migrate'] = {
  summary: '更新数据库的表结构',
  usage: [
    '用法：oretrail migrate [选项]',
    '',
    '服务启动时也会自动更新。作用于 DATABASE_URL 所指的数据库，否则为内嵌数据库。',
    '',
    '  --data <目录>  数据目录，用于未设 DATABASE_URL 时（默认为 ORETRAIL_DATA，否则 ./data）',
    '  --lang zh|en   语言（默认随终端）',
    '  -h, --help     显示本说明',
    '',
    '退出码：0 已是最新，1 失败，2 用法错误。',
    '',
    '示例：',
    '  npx oretrail migrate --data /srv/oretrail',
    '  DATABASE_URL=postgres://owner:secret@db.example/oretrail npx oretrail migrate',
  ].join('\n'),
  applied: id => `已执行 ${id}`,
  upToDate: '数据库已是最新。',
};
