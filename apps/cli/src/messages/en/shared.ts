/** What every command may say. */
export const shared = {
  badOption: (command: string, reason: string) => `${reason}. "oretrail ${command} --help" lists the options.`,
  badLanguage: (lang: string) => `--lang is zh or en, not "${lang}".`,
  badUrl: (url: string) => `--url is the address of a server such as http://127.0.0.1:3000, not "${url}".`,
  noKey: (file: string) =>
    `No key: give --key or ORETRAIL_ADMIN_KEY, or start the server once so that it writes ${file}.`,
  unreachable: (url: string, reason: string) =>
    `No server answers at ${url} (${reason}). Is it running? "npm start" starts it; --url names another address.`,
  unauthorized: (url: string) => `The server at ${url} does not know this key.`,
  notFound: (subject: string) => `The server knows nothing called ${subject}.`,
  refused: (status: number, detail: string) => `The server answered ${status}: ${detail}`,
  noAnswer: (url: string) => `What answers at ${url} is no OreTrail server.`,
  noDatabase: (folder: string) =>
    `There is no database in ${folder}: name the data folder with --data, or the database with DATABASE_URL.`,
  noReach: (folder: string) =>
    `The service that runs on ${folder} uses a database that cannot be found from here. Set DATABASE_URL as it has it, or run this as the user that runs it.`,
  notMigrated: 'The database has no tables of OreTrail, or older ones: "oretrail migrate" brings them up to date.',
  databaseFailed: (reason: string) => `The database cannot be worked with: ${reason}`,
  unexpectedArgument: (argument: string) => `"${argument}" means nothing here.`,
  notReadable: (file: string, reason: string) => `${file} cannot be read (${reason}).`,
  notWritable: (file: string, reason: string) => `${file} cannot be written (${reason}).`,
  exists: (file: string) => `${file} exists already; --force writes over it.`,
  ledgerFile: {
    notOne: (file: string) => `${file} is no export of a ledger: its first line does not say so.`,
    otherFormat: (file: string, format: string) => `${file} has format ${format}, which this version does not read.`,
    badLine: (file: string, line: number, reason: string) => `${file}, line ${line}: ${reason}.`,
    cutShort: (file: string, found: number, told: number) =>
      `${file} is cut short: it ends at position ${found} of ${told}.`,
    stopped: (reason: string) => `The ledger could not be recorded again: ${reason}`,
  },
};
