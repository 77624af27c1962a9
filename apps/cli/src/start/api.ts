import type { Locale } from '#kernel';
import type { Logger } from '#platform';

/** What the HTTP service is started with. */
export interface ApiOptions {
  readonly host: string;
  /** 0 lets the system choose. */
  readonly port: number;
  /** The database as its administrator sees it; the service migrates it and then works as `oretrail_app`. */
  readonly adminUrl: string;
  readonly adminKey: string;
  /** Absolute folder for what the service spools. */
  readonly dataDir: string;
  /** Whether an empty ledger gets the demonstration, before the start counts as done. */
  readonly loadDemo: boolean;
  /** A line for the one who started the program. */
  readonly notice: (line: string) => void;
  readonly locale: Locale;
  readonly log: Logger;
}

export interface RunningApi {
  readonly url: string;
  /** Stops taking requests, lets running ones end, closes its connections. */
  close(): Promise<void>;
}

/** The HTTP service as the start command knows it: applications do not import each other. */
export type StartApi = (options: ApiOptions) => Promise<RunningApi>;
