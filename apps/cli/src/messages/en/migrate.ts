/** What `oretrail migrate` says. */
export const migrate = {
  summary: 'Bring the tables of a database up to date',
  usage: [
    'Usage: oretrail migrate [options]',
    '',
    'The service does the same when it starts. Works on the database of DATABASE_URL, else on the embedded one.',
    '',
    '  --data <folder>  data folder, where DATABASE_URL does not name a database (default: ORETRAIL_DATA, else ./data)',
    '  --lang zh|en     language (default: that of the terminal)',
    '  -h, --help       show this',
    '',
    'Exit codes: 0 up to date, 1 failed, 2 wrongly called.',
    '',
    'Examples:',
    '  npx oretrail migrate --data /srv/oretrail',
    '  DATABASE_URL=postgres://owner:secret@db.example/oretrail npx oretrail migrate',
  ].join('\n'),
  applied: (id: string) => `applied ${id}`,
  upToDate: 'The database is up to date.',
};
