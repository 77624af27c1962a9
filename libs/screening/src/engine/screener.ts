import { setImmediate as turn } from 'node:timers/promises';
import type { Context } from '#kernel';
import { isFed, judgeEnterprise, judgeEvents, judgeRegistry } from '../evaluate.js';
import type { ChainFacts, EventFact } from '../facts/facts.js';
import { type FoundCause, RULE_FAILED, scopeOf } from '../finding.js';
import type { Period, Span } from '../periods.js';
import { type AnyRule, type Cause, type Parameters, type Values, valuesOf } from '../rule.js';
import type { Judged } from '../storage/findings.store.js';
import { type FactsReader, type Loaded, PARTS_MAX } from '../storage/facts.reader.js';

/** What was found, and what it was found on; the position it stands from is the writer's matter. */
export interface Examination extends Omit<Judged, 'fromSeq'> {
  /** Events judged on origins that are about to be computed anew: to be judged again. */
  readonly recomputing: ReadonlySet<string>;
}

const FAILED = { zh: '规则运行失败', en: 'The rule failed' };

/** Events judged at once, and loaded for that with all others on their papers: some 5 MB. */
const EVENTS_AT_ONCE_MAX = 200;
const LOADED_MAX = 2_000;

/** Judges events, enterprises and the registry by rules. Reads facts, writes nothing. */
export class Screener {
  private eventsAtOnce = EVENTS_AT_ONCE_MAX;

  constructor(
    private readonly reader: FactsReader,
    private readonly rules: readonly AnyRule[],
  ) {}

  /** Judges events by the rules for single events, as many at once as bring a few thousand others with them. */
  async events(context: Context, ids: readonly string[], clock: number, only?: ReadonlySet<string>): Promise<Examination> {
    const rules = this.chosen(only).filter(({ onEvent }) => onEvent);
    const parts: Examination[] = [];
    for (let next = 0; next < ids.length || parts.length === 0;) {
      const some = ids.slice(next, next + this.eventsAtOnce);
      parts.push(await this.eventsTogether(context, rules, some, clock));
      next += some.length;
    }
    return together(parts);
  } // prettier-ignore

  private async eventsTogether(context: Context, rules: readonly AnyRule[], ids: readonly string[], clock: number): Promise<Examination> {
    const loaded = await this.reader.forEvents(context, ids, clock);
    if (loaded.facts.eventCount > LOADED_MAX) this.eventsAtOnce = Math.max(1, this.eventsAtOnce >> 1);
    else if (loaded.facts.eventCount < LOADED_MAX / 4) this.eventsAtOnce = Math.min(EVENTS_AT_ONCE_MAX, this.eventsAtOnce << 1);
    const examined = new Examined(rules, loaded, ids.map(scopeOf.event));
    const events = ids.flatMap(id => loaded.facts.event(id) ?? []);
    for (const rule of rules) for (const event of events) examined.judge(rule, scopeOf.event(event.id), event, values => judgeEvents(rule, [event], loaded.facts, values)); // prettier-ignore
    return examined.result();
  } // prettier-ignore

  /** Judges enterprises that are not too large by all rules that speak of enterprises, over the periods told, and their events with them. */
  async enterprises(context: Context, usccs: readonly string[], asked: Asked): Promise<Examination> {
    const rules = this.chosen(asked.rules);
    const tooLarge = await this.reader.tooLarge(context, usccs);
    const fitting = usccs.filter(uscc => !tooLarge.has(uscc));
    const loaded = await this.reader.forEnterprises(context, fitting, asked);
    const examined = new Examined(rules, loaded, [], asked.span);
    for (const uscc of fitting) await this.enterprise(uscc, loaded.facts, asked, rules, examined);
    for (const uscc of tooLarge) {
      const ofEnterprises = rules.filter(({ onEnterprise, onMonth, onQuarter, onYear }) => onEnterprise ?? onMonth ?? onQuarter ?? onYear); // prettier-ignore
      for (const rule of ofEnterprises) examined.judge(rule, scopeOf.enterprise(uscc), undefined, refuse);
    }
    return examined.result();
  }

  /** Judges what is no single enterprise's: regions, feeds, leads, markets. */
  async registry(context: Context, asked: Asked): Promise<Examination> {
    const rules = this.chosen(asked.rules).filter(({ onRegistry, onMarketMonth }) => onRegistry ?? onMarketMonth);
    const loaded = await this.reader.forEnterprises(context, [], asked);
    const examined = new Examined(rules, loaded, [scopeOf.registry], asked.span);
    for (const rule of rules) {
      examined.judge(rule, scopeOf.registry, undefined, values => judgeRegistry(rule, loaded.facts, [], values));
      for (const month of asked.periods.filter(({ kind }) => kind === 'month')) {
        const market = { ...rule, onRegistry: undefined } as AnyRule;
        examined.judge(rule, scopeOf.market(month.label), undefined, values => judgeRegistry(market, loaded.facts, [month], values)); // prettier-ignore
      }
    }
    return examined.result();
  }

  private async enterprise(uscc: string, facts: ChainFacts, asked: Asked, rules: readonly AnyRule[], examined: Examined): Promise<void> {
    const events = facts.eventsOf(uscc).filter(({ at }) => !asked.span || (asked.span.from <= at && at < asked.span.until));
    for (const rule of rules) {
      await turn(); // an enterprise may have years of events: others are not to wait for all rules
      asked.signal?.throwIfAborted();
      if (rule.onEvent) for (const event of events) examined.judge(rule, scopeOf.event(event.id), event, values => judgeEvents(rule, [event], facts, values)); // prettier-ignore
      if (rule.onEnterprise) examined.judge(rule, scopeOf.enterprise(uscc), undefined, values => judgeEnterprise(rule, uscc, facts, [], values)); // prettier-ignore
      const ofPeriods = { ...rule, onEnterprise: undefined } as AnyRule;
      for (const period of asked.periods.filter(each => speaksOf(rule, each, asked.span))) {
        examined.judge(rule, scopeOf.period(uscc, period.label), undefined, values => judgeEnterprise(ofPeriods, uscc, facts, [period], values)); // prettier-ignore
      }
    }
  } // prettier-ignore

  private chosen(only: ReadonlySet<string> | undefined): AnyRule[] {
    return this.rules.filter(({ code }) => !only || only.has(code));
  }
}

/** Nothing is held of an enterprise that is too large; its rules fail in the open instead of counting a part of it. */
function refuse(): never {
  throw new Error(`The enterprise has ${PARTS_MAX} events and draws or more: too much to judge at once`);
}

/** What an examination is asked to look at. */
export interface Asked {
  /** The instant that deadlines take for now. */
  readonly clock: number;
  readonly periods: readonly Period[];
  readonly span?: Span;
  readonly rules?: ReadonlySet<string>;
  /** Gives the examination up, with its reason. */
  readonly signal?: AbortSignal;
}

/** A year that the time asked about does not close is for running totals alone. */
function speaksOf(rule: AnyRule, { kind, until }: Period, span: Span | undefined): boolean {
  const { onMonth, onQuarter, onYear, isRunningTotal = false } = rule;
  if (kind === 'year' && span && span.until < until && !isRunningTotal) return false;
  return { month: onMonth, quarter: onQuarter, year: onYear }[kind] !== undefined;
}

/** Examinations of different events by the same rules as one. */
const together = (parts: readonly Examination[]): Examination => ({
  rules: parts[0]!.rules,
  scopes: parts.flatMap(({ scopes }) => scopes),
  found: parts.flatMap(({ found }) => found),
  failed: new Set(parts.flatMap(({ failed }) => [...failed])),
  recomputing: new Set(parts.flatMap(({ recomputing }) => [...recomputing])),
  checkedSeq: Math.min(...parts.map(({ checkedSeq }) => checkedSeq)),
});

/** Gathers what rules say; a rule that throws is reported as its own failure and stops no other. */
class Examined {
  readonly found: FoundCause[] = [];
  readonly failed = new Set<string>();
  readonly rules: string[];
  readonly scopes: string[];
  readonly checkedSeq: number;
  readonly recomputing: ReadonlySet<string>;

  constructor(
    rules: readonly AnyRule[],
    private readonly loaded: Loaded,
    scopes: readonly string[],
    readonly span?: Span,
  ) {
    this.rules = rules.map(({ code }) => code);
    this.checkedSeq = loaded.seq;
    this.recomputing = loaded.recomputing;
    this.scopes = [...scopes];
  }

  /** What was found, without the facts it was found on. */
  result(): Examination {
    const { rules, scopes, found, failed, checkedSeq, recomputing, span } = this;
    return { rules, scopes, found, failed, checkedSeq, recomputing, ...(span ? { span } : {}) };
  }

  judge(rule: AnyRule, scope: string, event: EventFact | undefined, ask: (values: Values<Parameters>) => readonly Cause[]): void {
    const values = valuesOf(rule, this.loaded.parameters.get(rule.code));
    if (this.scopes.at(-1) !== scope) this.scopes.push(scope);
    try {
      for (const cause of ask(values)) this.add(rule, scope, values, cause);
    } catch (error) {
      this.failed.add(`${rule.code} ${scope}`);
      this.add(rule, scope, values, failureOf(scope, event, error as Error));
    }
  } // prettier-ignore

  private add(rule: AnyRule, scope: string, parameters: Values<Parameters>, cause: Cause): void {
    const { code, title, severity } = rule;
    const region = cause.region ?? this.regionOf(cause);
    if (!isFed(rule, region === undefined ? {} : { region }, this.loaded.facts)) return;
    this.found.push({
      rule: code,
      scope,
      title,
      severity,
      parameters,
      cause: { ...cause, ...(region ? { region } : {}) },
    });
  }

  /** Where the enterprise lay when it happened. */
  private regionOf({ enterprise, at }: Cause): string | undefined {
    if (enterprise === undefined) return undefined;
    const { registry } = this.loaded.facts;
    return (registry.at('enterprises', enterprise, at) ?? registry.latest('enterprises', enterprise))?.region;
  }
}

function failureOf(scope: string, event: EventFact | undefined, { message }: Error): Cause {
  const [kind, uscc] = scope.split(':');
  const enterprise = event?.enterprise ?? (kind === 'enterprise' || kind === 'period' ? uscc : undefined);
  return {
    ...(enterprise ? { enterprise } : {}),
    subject: `${RULE_FAILED}:${scope}`,
    ...(event ? { event: event.id } : {}),
    at: event?.at ?? 0,
    severity: 'S1',
    title: FAILED,
    evidence: { ...(event ? { events: [event.id] } : {}), note: { zh: message, en: message } },
  };
}
