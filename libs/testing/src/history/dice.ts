import { Dice as SeededDice } from '#kernel';

/** Random numbers and masses that follow from a seed. */
export class Dice extends SeededDice {
  /** A mass in kilograms with at most three decimals. */
  kg(lowest: number, highest: number): number {
    const grams = this.between(Math.round(lowest * 1000), Math.round(highest * 1000));
    return (this.chance(0.5) && grams >= 1_000_000 ? Math.round(grams / 1000) * 1000 : grams) / 1000;
  }
}
