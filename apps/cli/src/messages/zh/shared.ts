import type { Messages } from '../en.js';

export const shared: Messages['shared'] = {
  badOption: (command, reason) => `${reason}。用 “oretrail ${command} --help” 查看选项。`,
  badLanguage: lang => `--lang 只能是 zh 或 en，而不是 “${lang}”。`,
  badUrl: url => `--url 应为服务器地址，如 http://127.0.0.1:3000，而不是 “${url}”。`,
  noKey: file => `没有密钥：请用 --key 或 ORETRAIL_ADMIN_KEY 给出，或先启动一次服务器以生成 ${file}。`,
  unreachable: (url, reason) =>
    `${url} 没有服务器应答（${reason}）。服务器是否已启动？“npm start” 可启动；--url 可指定其他地址。`,
  unauthorized: url => `${url} 的服务器不认识此密钥。`,
  notFound: subject => `服务器中没有 ${subject}。`,
  refused: (status, detail) => `服务器应答 ${status}：${detail}`,
  noAnswer: url => `${url} 应答的不是 OreTrail 服务器。`,
  noDatabase: folder => `${folder} 中没有数据库：请用 --data 指定数据目录，或用 DATABASE_URL 指定数据库。`,
  noReach: folder =>
    `在 ${folder} 上运行的服务所用的数据库无法从此处访问。请按其设置给出 DATABASE_URL，或以运行该服务的用户执行。`,
  notMigrated: '数据库中没有 OreTrail 的表，或表已过时：用 “oretrail migrate” 更新。',
  databaseFailed: reason => `数据库无法使用：${reason}`,
  unexpectedArgument: argument => `此处不需要 “${argument}”。`,
  notReadable: (file, reason) => `无法读取 ${file}（${reason}）。`,
  notWritable: (file, reason) => `无法写入 ${file}（${reason}）。`,
  exists: file => `${file} 已存在；--force 可覆盖。`,
  ledgerFile: {
    notOne: file => `${file} 不是账本导出文件：首行未作说明。`,
    otherFormat: (file, format) => `${file} 的格式为 ${format}，本版本无法读取。`,
    badLine: (file, line, reason) => `${file} 第 ${line} 行：${reason}。`,
    cutShort: (file, found, told) => `${file} 不完整：应到位置 ${told}，实际止于 ${found}。`,
    stopped: reason => `账本无法重新记录：${reason}`,
  },
};
