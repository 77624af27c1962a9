/** Exit codes of every command; the help of each names those it has. */
export const EXIT = {
  done: 0,
  failed: 1,
  wronglyCalled: 2,
  /** `check`: something is stored otherwise than it follows from the ledger. */
  different: 3,
  /** `import`: everything was sent, and some of it was refused. */
  refused: 4,
} as const;
