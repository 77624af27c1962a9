import type { Context } from '#kernel';
import type { OnError } from '#lots';
import type { Metrics } from '#platform';
import { Answer } from '../http/answer.js';
import { checkpoint, resultAnswers, summarize } from './capture-answers.js';
import type { CapturePort } from './capture-port.js';
import { shapeEvents } from './event-shape.js';

/** Records the events of a JSON request. */
export class EventRequests {
  constructor(
    private readonly captures: CapturePort,
    private readonly metrics: Metrics,
  ) {}

  /** 201 where anything new was recorded, 200 otherwise. */
  async run(context: Context, events: readonly unknown[], onError: OnError): Promise<Answer> {
    const items = shapeEvents(events);
    const outcome = await this.captures.capture(context, items, onError);
    const summary = summarize(outcome.results);
    this.metrics.countResults(summary);
    const results = resultAnswers(items, outcome, context.locale);
    return new Answer(summary.recorded > 0 ? 201 : 200, { results, ...checkpoint(outcome.head) });
  }
}
