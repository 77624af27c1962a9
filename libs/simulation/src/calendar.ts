/** Year the economy lives in. */
export const YEAR = 2025;
export const DAYS = 365;
/** Last day on which goods are sent off, so that everything arrives in the year. */
export const LAST_SALE = 355;

const DAY_MS = 86_400_000;
const START_MS = Date.UTC(YEAR, 0, 1);

/** Parts of a day, in order: what comes in is there before it is used, what is made before it is sold. */
export const PHASES = ['arrive', 'mine', 'run', 'refine', 'sell', 'export'] as const;
export type Phase = (typeof PHASES)[number];

const BEGIN_HOURS = [7, 9, 11, 13, 15, 19, 23];
const STEP_MS = 20_000;

type Task = () => void;

/** An instant so many milliseconds after midnight of a day of the year (0 is 1 January; days may lie outside the year). */
export function instant(day: number, ms = 0): string {
  const text = new Date(START_MS + day * DAY_MS + ms).toISOString();
  return `${text.slice(0, text.endsWith('.000Z') ? 19 : 23)}+08:00`;
}

/** `YYYY-MM-DD`. */
export const dateOf = (day: number): string => instant(day).slice(0, 10);

/** Number of the month, 1 to 12, of a day of the year. */
export const monthOf = (day: number): number => Number(instant(day).slice(5, 7));

export const monthLabel = (month: number): string => `${YEAR}-${String(month).padStart(2, '0')}`;

/** First day of a month, counted from 0; month 13 begins after the year. */
export const firstDay = (month: number): number => Math.round((Date.UTC(YEAR, month - 1, 1) - START_MS) / DAY_MS);

/** What is to be done on which day; tasks may add tasks for later. */
export class Calendar {
  day = 0;
  private phase = 0;
  private stepsInPhase = 0;
  private readonly tasks = new Map<number, Task[]>();

  /** Adds a task; one for a time that is over is forgotten. */
  at(day: number, phase: Phase, task: Task): void {
    const slot = day * PHASES.length + PHASES.indexOf(phase);
    const known = this.tasks.get(slot);
    if (known) known.push(task);
    else this.tasks.set(slot, [task]);
  }

  /** The next instant of now: later than the last, within its part of the day. */
  now(): string {
    const begin = BEGIN_HOURS[this.phase]! * 3_600_000;
    const end = BEGIN_HOURS[this.phase + 1]! * 3_600_000 - 1;
    const ms = Math.min(end, begin + STEP_MS * this.stepsInPhase++);
    return instant(this.day, ms);
  }

  /** Does everything in order, and pauses after each task. */
  *run(): Generator<void> {
    for (this.day = 0; this.day < DAYS; this.day++) {
      for (this.phase = 0; this.phase < PHASES.length; this.phase++) {
        this.stepsInPhase = 0;
        const slot = this.day * PHASES.length + this.phase;
        const tasks = this.tasks.get(slot) ?? [];
        for (let next = 0; next < tasks.length; next++) yield tasks[next]!();
        this.tasks.delete(slot);
      }
    }
  }
}
