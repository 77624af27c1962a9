/** Asks a question of the present, or as known at a position. */
type Ask<Question> = (question: Question, asOf?: { readonly seq: number }) => Promise<unknown>;

interface Given<Question> {
  readonly question: Question;
  readonly seq: number;
  readonly answer: string;
}

/** Answers that were given about the present, to be asked for again as known then. */
export class Remembered<Question> {
  private readonly given: Given<Question>[] = [];

  constructor(private readonly ask: Ask<Question>) {}

  /** Asks about the present, which is at this position. */
  async take(question: Question, seq: number): Promise<void> {
    this.given.push({ question, seq, answer: await this.answer(question) });
  }

  /** Asks everything again; throws where an answer is not the same to the byte. Returns how many were asked. */
  async compare(): Promise<number> {
    for (const { question, seq, answer } of this.given) {
      const again = await this.answer(question, { seq });
      if (again !== answer) throw new Error(`${JSON.stringify(question)} at ${seq}: ${again}\n instead of ${answer}`);
    }
    return this.given.length;
  }

  private async answer(question: Question, asOf?: { readonly seq: number }): Promise<string> {
    return JSON.stringify(await this.ask(question, asOf).catch((error: unknown) => String(error)));
  }
}
