import type { LoggerService } from '@nestjs/common';
import type { Logger } from '#platform';

/** Lets Nest's warnings and errors into the log; its start-up chatter stays out. */
export class NestLogger implements LoggerService {
  constructor(private readonly logger: Logger) {}

  log(): void {
    return undefined;
  }

  warn(message: unknown): void {
    this.logger.warn(String(message));
  }

  error(message: unknown): void {
    this.logger.error(String(message));
  }
}
