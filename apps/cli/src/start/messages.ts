import type { Locale } from '#kernel';

const en = {
  summary: 'Start the service with everything it needs',
  usage: [
    'Usage: oretrail start [options]        (or: npm start -- [options])',
    '',
    '  --port <n>       port to listen on (default: PORT, else 3000; 0 takes any free one)',
    '  --data <folder>  folder for everything that is written (default: ORETRAIL_DATA, else ./data)',
    '  --empty          begin without the demonstration',
    '  -h, --help       show this',
    '',
    'Environment:',
    '  HOST                 address to listen on (default: 127.0.0.1)',
    '  DATABASE_URL         a PostgreSQL 15 or newer to use instead of the embedded one',
    "  ORETRAIL_ADMIN_KEY   the administrator's key (default: written to <data>/admin.key)",
    '  ORETRAIL_LOG_LEVEL   how much goes into <data>/oretrail.log (default: info)',
    '',
    'Examples:',
    '  npx oretrail start',
    '  npx oretrail start --port 8080 --data /srv/oretrail --empty',
    '  DATABASE_URL=postgres://owner:secret@db.example/oretrail npx oretrail start',
  ].join('\n'),
  badOption: (reason: string) => `${reason}. "oretrail start --help" lists the options.`,
  portTaken: (host: string, port: number) =>
    `Port ${port} on ${host} is taken by another program. Stop that one, or choose another port with --port.`,
  portForbidden: (host: string, port: number) =>
    `This user may not listen on port ${port} of ${host}. Choose a port from 1024 upwards with --port.`,
  hostUnknown: (host: string, cause: string) =>
    `This machine cannot listen on ${host} (${cause}). Set HOST to one of its addresses, or unset it for 127.0.0.1.`,
  failed: (reason: string, log: string) => `OreTrail could not start: ${reason}\nMore is in ${log}.`,
  broken: (reason: string, log: string) =>
    `OreTrail stops after an error nobody expected: ${reason}\nMore is in ${log}.`,
  ready: (url: string, seconds: string) => `OreTrail is ready at ${url} (started in ${seconds} s)`,
  keyInFile: (file: string) => `  Administrator's key: ${file}`,
  keyInEnvironment: "  Administrator's key: the one in ORETRAIL_ADMIN_KEY",
  setupMode: '  Setup mode: this key may record for every enterprise and see everything',
  data: (path: string) => `  Data: ${path}`,
  tryThis: 'Try:',
  stopHint: 'Ctrl-C stops everything in order.',
  stopping: 'Stopping …',
  stopped: 'Stopped.',
};

/** The keys and shapes every language has. */
export type StartMessages = typeof en;

const zh: StartMessages = {
  summary: '启动服务及其所需的一切',
  usage: [
    '用法：oretrail start [选项]        （或：npm start -- [选项]）',
    '',
    '  --port <n>       监听端口（默认为 PORT，否则 3000；0 表示任意空闲端口）',
    '  --data <目录>    所有写入内容所在目录（默认为 ORETRAIL_DATA，否则 ./data）',
    '  --empty          不载入演示数据',
    '  -h, --help       显示本说明',
    '',
    '环境变量：',
    '  HOST                 监听地址（默认 127.0.0.1）',
    '  DATABASE_URL         用所给的 PostgreSQL（15 或更新）代替内嵌的',
    '  ORETRAIL_ADMIN_KEY   管理员密钥（默认写入 <数据目录>/admin.key）',
    '  ORETRAIL_LOG_LEVEL   <数据目录>/oretrail.log 的详细程度（默认 info）',
    '',
    '示例：',
    '  npx oretrail start',
    '  npx oretrail start --port 8080 --data /srv/oretrail --empty',
    '  DATABASE_URL=postgres://owner:secret@db.example/oretrail npx oretrail start',
  ].join('\n'),
  badOption: reason => `${reason}。用“oretrail start --help”查看选项。`,
  portTaken: (host, port) => `${host} 的端口 ${port} 已被其他程序占用。请停止该程序，或用 --port 另选端口。`,
  portForbidden: (host, port) => `当前用户不能监听 ${host} 的端口 ${port}。请用 --port 选择 1024 以上的端口。`,
  hostUnknown: (host, cause) =>
    `本机无法监听 ${host}（${cause}）。请将 HOST 设为本机地址，或取消设置以使用 127.0.0.1。`,
  failed: (reason, log) => `OreTrail 未能启动：${reason}\n详见 ${log}。`,
  broken: (reason, log) => `OreTrail 因意外错误而停止：${reason}\n详见 ${log}。`,
  ready: (url, seconds) => `OreTrail 已就绪：${url}（启动用时 ${seconds} 秒）`,
  keyInFile: file => `  管理员密钥：${file}`,
  keyInEnvironment: '  管理员密钥：ORETRAIL_ADMIN_KEY 中所设',
  setupMode: '  初始设置模式：此密钥可代任何企业记录并查看一切',
  data: path => `  数据：${path}`,
  tryThis: '试一试：',
  stopHint: '按 Ctrl-C 依次停止全部服务。',
  stopping: '正在停止……',
  stopped: '已停止。',
};

export const startMessages = (locale: Locale): StartMessages => (locale === 'zh' ? zh : en);
