import type { MaterialEvent, RecordedEvent } from '../contract.js';
import { portionsOf } from './drawing.js';
import {
  isCalled,
  reoOf,
  reoOfNext,
  type BookedEvent,
  type Draw,
  type Holding,
  type Lot,
  type Portion,
} from './holding.js';
import { yieldsOf } from './yielding.js';

/**
 * Who holds what after a list of recorded events, corrections included: the plainest bookkeeping that could work.
 * Takes events that were accepted; throws on one that could not have been.
 */
export class Books {
  readonly events = new Map<string, BookedEvent>();
  /** Draws that stand, in the order they were made. */
  private readonly draws: Draw[] = [];

  constructor(recorded: readonly RecordedEvent[] = []) {
    for (const entry of recorded) this.record(entry);
  }

  record({ seq, event }: RecordedEvent): void {
    if (event.type === 'correction') {
      const { corrects, replacement } = event;
      this.replace(this.event(corrects), replacement && { ...replacement, id: corrects });
      return;
    }
    const booked: BookedEvent = { id: event.id, firstSeq: seq, content: undefined, draws: [], yields: [] };
    this.events.set(event.id, booked);
    this.apply(booked, event, []);
  }

  event(id: string): BookedEvent {
    const booked = this.events.get(id);
    if (!booked) throw new Error(`there is no event ${id}`);
    return booked;
  }

  /** Events that are not void, by the position of their first version. */
  current(): BookedEvent[] {
    return [...this.events.values()].filter(event => event.content).sort((a, b) => a.firstSeq - b.firstSeq);
  }

  /** Every holding there is, oldest first: by the position of the event that yielded it, then by order in it. */
  holdings(): Holding[] {
    return this.current().flatMap(event => event.yields);
  }

  /** The receipt that answers a dispatch now. */
  answerTo(dispatch: string): BookedEvent | undefined {
    return this.current().find(({ content }) => content?.type === 'receipt' && content.dispatch === dispatch);
  }

  private replace(booked: BookedEvent, replacement: MaterialEvent | undefined): void {
    const kept = booked.draws;
    for (const draw of kept) this.takeBack(draw);
    if (replacement) {
      this.apply(booked, replacement, kept);
      return;
    }
    for (const holding of booked.yields) assertCovered(holding, undefined);
    Object.assign(booked, { content: undefined, draws: [], yields: [] });
  }

  private apply(booked: BookedEvent, content: MaterialEvent, kept: readonly Draw[]): void {
    booked.draws = portionsOf(this, content, kept, booked.content).map(portion => this.draw(portion, kept));
    booked.content = content;
    const before = booked.yields;
    const old = new Map(before.map(holding => [holding, { mass: holding.mass, grade: holding.lot.grade }]));
    booked.yields = yieldsOf(this, booked, content).map(holding => renewed(holding, before));
    for (const holding of before) assertCovered(holding, booked.yields);
    const isRestated = ([{ mass, drawn, lot }, was]: [Holding, { mass: number; grade: number }]): boolean =>
      lot.grade !== was.grade || (drawn > 0 && mass !== was.mass);
    for (const lot of new Set([...old].filter(isRestated).map(([{ lot }]) => lot))) this.regrade(lot);
  }

  /** What the version before drew as well keeps its REO. */
  private draw(portion: Portion, kept: readonly Draw[]): Draw {
    const { holding, mass } = portion;
    const same = kept.find(each => each.holding === holding && each.mass === mass);
    const draw = { ...portion, reo: same?.reo ?? reoOfNext(holding, mass) };
    holding.drawn += mass;
    holding.drawnReo += draw.reo;
    if (holding.drawn > holding.mass) throw new Error(`${holding.id} has no ${mass} g left`);
    this.draws.push(draw);
    return draw;
  }

  private takeBack(draw: Draw): void {
    draw.holding.drawn -= draw.mass;
    draw.holding.drawnReo -= draw.reo;
    this.draws.splice(this.draws.indexOf(draw), 1);
  }

  /** A corrected grade, or mass of what was drawn, changes the REO of the lot's holdings and draws, in the order they were drawn. */
  private regrade(lot: Lot): void {
    const settled = new Set<Holding>();
    const settle = (holding: Holding): void => {
      if (settled.has(holding)) return;
      settled.add(holding);
      const moved = this.event(holding.event).draws.filter(draw =>
        holding.from ? draw.holding === holding.from : draw.holding.lot === lot,
      );
      for (const draw of moved) settle(draw.holding);
      Object.assign(holding, { reo: reoOf(holding.mass, lot, moved), drawn: 0, drawnReo: 0 });
      for (const draw of this.draws) if (draw.holding === holding) redraw(draw);
    };
    for (const holding of this.holdings()) if (holding.lot === lot) settle(holding);
  }
}

function redraw(draw: Draw): void {
  draw.reo = reoOfNext(draw.holding, draw.mass);
  draw.holding.drawn += draw.mass;
  draw.holding.drawnReo += draw.reo;
}

/** The holding of the version before that goes on under new facts, so that draws and later holdings keep it. */
function renewed(holding: Holding, before: readonly Holding[]): Holding {
  const old = before.find(
    ({ from, lot }) => from === holding.from && isCalled(holding.lot, `${lot.declaredBy}:${lot.code}`),
  );
  if (!old) return holding;
  const { product, grade, assay } = holding.lot;
  const { mass, reo, surplus, owner, site } = holding;
  Object.assign(old.lot, { product, grade, assay });
  return Object.assign(old, { mass, reo, surplus, owner, site });
}

function assertCovered(holding: Holding, kept: readonly Holding[] | undefined): void {
  const mass = kept?.includes(holding) ? holding.mass : 0;
  if (holding.drawn > mass) throw new Error(`${holding.id} was used and cannot be taken back`);
}
