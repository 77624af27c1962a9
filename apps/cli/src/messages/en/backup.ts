/** What `oretrail backup` says. */
export const backup = {
  summary: 'Make a copy of everything that "oretrail restore" can bring back',
  usage: [
    'Usage: oretrail backup <folder> [options]',
    '',
    'While the service does not run: a copy of the embedded database, exactly as it is. With --export, or for a database',
    'named by DATABASE_URL: the ledger, from which all else is computed again; works while the service runs.',
    "The administrator's key is copied too, where there is one: keep the folder as safe as the data folder.",
    '',
    '  --export         write the ledger instead of copying files',
    '  --data <folder>  data folder, where DATABASE_URL does not name a database (default: ORETRAIL_DATA, else ./data)',
    '  --lang zh|en     language (default: that of the terminal)',
    '  -h, --help       show this',
    '',
    'Exit codes: 0 done, 1 failed, 2 wrongly called.',
    '',
    'Examples:',
    '  npx oretrail backup /backup/oretrail-2026-11-20',
    '  npx oretrail backup /backup/oretrail-2026-11-20 --export',
  ].join('\n'),
  subject: {
    none: 'Say into which folder; it must be empty or not exist.',
    many: (folders: string) => `One folder, please, not ${folders}.`,
  },
  notEmpty: (folder: string) => `${folder} is not empty: a backup goes into a folder of its own.`,
  running: (folder: string, pid: number) =>
    `OreTrail is running on ${folder} (pid ${pid}), and files that are being written cannot be copied. Stop it first, or use --export, which works meanwhile.`,
  doneFiles: (files: string, megabytes: string, folder: string) => `${files} files (${megabytes} MB) are in ${folder}.`,
  doneExport: (entries: string, folder: string) => `${entries} entries of the ledger are in ${folder}.`,
  restoreHint: (folder: string) => `"oretrail restore ${folder}" brings them back.`,
};
