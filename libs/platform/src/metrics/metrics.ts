import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client';

/** What Prometheus may read of this process. */
export class Metrics {
  private readonly registry = new Registry();

  private readonly httpSeconds = new Histogram({
    name: 'oretrail_http_request_duration_seconds',
    help: 'Duration of HTTP requests by method, route and status',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 30],
    registers: [this.registry],
  });

  private readonly results = new Counter({
    name: 'oretrail_capture_results_total',
    help: 'Events sent in, by what became of them: recorded, duplicate or refused',
    labelNames: ['status'],
    registers: [this.registry],
  });

  private readonly ledgerHead: Gauge;

  /** `readHead` is asked at every scrape; while it fails the gauge keeps its last value. */
  constructor(readHead: () => Promise<number>) {
    collectDefaultMetrics({ register: this.registry, prefix: 'oretrail_' });
    this.ledgerHead = new Gauge({
      name: 'oretrail_ledger_head',
      help: 'Position of the newest fact of the ledger',
      registers: [this.registry],
      collect: async () => {
        const seq = await readHead().catch(() => undefined);
        if (seq !== undefined) this.ledgerHead.set(seq);
      },
    });
  }

  observeRequest(method: string, route: string, status: number, seconds: number): void {
    this.httpSeconds.observe({ method, route, status }, seconds);
  }

  /** Counts events of a request by what became of them. */
  countResults(counts: { readonly recorded: number; readonly duplicate: number; readonly refused: number }): void {
    for (const [status, count] of Object.entries(counts)) this.results.inc({ status }, count);
  }

  /** All metrics in Prometheus' text format, and its content type. */
  async text(): Promise<{ readonly body: string; readonly contentType: string }> {
    return { body: await this.registry.metrics(), contentType: this.registry.contentType };
  }
}
