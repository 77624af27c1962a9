import type { Context } from '#kernel';
import type { CaptureItem, CaptureOutcome, OnError } from '#lots';

/** What the edge needs of the capture service. */
export interface CapturePort {
  capture(context: Context, items: readonly CaptureItem[], onError: OnError): Promise<CaptureOutcome>;
}
