/** What `oretrail restore` says. */
export const restore = {
  summary: 'Bring back what "oretrail backup" has copied',
  usage: [
    'Usage: oretrail restore <folder> [options]',
    '',
    'A copy of files goes into the data folder, exactly as it was. A ledger is recorded again, in the embedded database or',
    'in that of DATABASE_URL, which must be empty; its entries carry the time of this recording. The service must not run.',
    '',
    '  --replace        set aside the embedded database that is there; without it nothing is touched',
    '  --data <folder>  data folder, where DATABASE_URL does not name a database (default: ORETRAIL_DATA, else ./data)',
    '  --lang zh|en     language (default: that of the terminal)',
    '  -h, --help       show this',
    '',
    'Exit codes: 0 done, 1 failed, 2 wrongly called.',
    '',
    'Examples:',
    '  npx oretrail restore /backup/oretrail-2026-11-20 --data ./data',
    '  npx oretrail restore /backup/oretrail-2026-11-20 --replace',
  ].join('\n'),
  subject: {
    none: 'Say from which folder.',
    many: (folders: string) => `One folder, please, not ${folders}.`,
  },
  noBackup: (folder: string) => `${folder} holds no backup of OreTrail.`,
  damaged: (folder: string) => `The backup in ${folder} is not complete: its files are not those that were written.`,
  otherVersion: (found: string, own: string) =>
    `The files are of PostgreSQL ${found}, and this is PostgreSQL ${own}. Restore them with the version that made them and use "oretrail backup --export" there.`,
  filesElsewhere: 'A copy of files goes into a data folder, not into the database of DATABASE_URL: unset it.',
  exists: (folder: string) => `There is a database in ${folder}; --replace sets it aside.`,
  notEmpty: (entries: string) =>
    `The ledger there has ${entries} entries already: a ledger goes into an empty database.`,
  progress: (entries: string) => `${entries} entries`,
  setAside: (path: string) => `The database that was there is kept in ${path}.`,
  doneFiles: (folder: string) => `The database is back in ${folder}.`,
  doneExport: (entries: string) => `${entries} entries are recorded again.`,
  keptKey: (file: string) => `${file} stays as it is: the key in the backup is another.`,
};
