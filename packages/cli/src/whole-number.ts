import { InvalidArgumentError } from 'commander';

export const largestPort = 65_535;

/** Parses an option's value. @throws InvalidArgumentError when it isn't a whole number up to `largest`. */
export function wholeNumber(largest: number): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (/^\d+$/.test(text) && value <= largest) return value;
    throw new InvalidArgumentError(`Give a whole number from 0 to ${largest}.`);
  };
}
