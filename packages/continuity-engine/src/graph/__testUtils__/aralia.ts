import type { Gate } from './faultTrees';

/**
 * Two fault trees of the Aralia benchmark, by which fault tree software is compared, with
 * what is published of them. Each basic event occurs with probability 0.01.
 *
 * Structure: rakhimov/scram on GitHub, input/Aralia. Counts of minimal cut sets and
 * probabilities of the top event: README of openpra-org/generic-openpsa-models on GitHub.
 */
export interface PublishedTree {
  name: string;
  basicEvents: number;
  minimalCutSets: number;
  /** Of the top event, rounded to six digits. */
  probability: number;
  gates: Record<string, Gate>;
}

/** `or` of several, `and` of several, or at least so many of several. */
const or = (...inputs: string[]): Gate => ['or', ...inputs];
const and = (...inputs: string[]): Gate => ['and', ...inputs];
const atLeast = (count: number, ...inputs: string[]): Gate => [
  count,
  ...inputs,
];

export const CHINESE: PublishedTree = {
  name: 'chinese',
  basicEvents: 25,
  minimalCutSets: 392,
  probability: 1.17058e-3,
  gates: {
    TOP: and('g1', 'g2'),
    g1: or('e1', 'e2', 'e3', 'g3'),
    g2: and('g4', 'g5'),
    g3: and('g6', 'g7'),
    g4: or('e4', 'e5', 'e6', 'e7', 'g8'),
    g5: or('e8', 'g9'),
    g6: or('e9', 'e10', 'e11', 'g10'),
    g7: or('e12', 'e13'),
    g8: and('g11', 'g12'),
    g9: and('g13', 'g14'),
    g10: and('g15', 'g16'),
    g11: or('e14', 'e15', 'e16', 'g17'),
    g12: and('g18', 'g19'),
    g13: or('e1', 'e2', 'e3', 'g20'),
    g14: or('e4', 'e5', 'e6', 'e7', 'g21'),
    g15: or('e17', 'e18'),
    g16: or('e19', 'e20', 'e21'),
    g17: and('g22', 'g23'),
    g18: or('e22', 'e23'),
    g19: or('e24', 'e25'),
    g20: and('g24', 'g25'),
    g21: and('g26', 'g27'),
    g22: or('e17', 'e18', 'e21'),
    g23: or('e19', 'e20'),
    g24: or('e14', 'e15', 'e16', 'g28'),
    g25: and('g29', 'g30'),
    g26: or('e9', 'e10', 'e11', 'g31'),
    g27: or('e12', 'e13'),
    g28: and('g32', 'g33'),
    g29: or('e22', 'e23'),
    g30: or('e24', 'e25'),
    g31: and('g34', 'g35'),
    g32: or('e17', 'e18', 'e21'),
    g33: or('e19', 'e20'),
    g34: or('e19', 'e20', 'e21'),
    g35: or('e17', 'e18'),
  },
};

export const BAOBAB_2: PublishedTree = {
  name: 'baobab2',
  basicEvents: 32,
  minimalCutSets: 4_805,
  probability: 7.13018e-4,
  gates: {
    TOP: atLeast(3, 'g1', 'g2', 'g3', 'g4', 'g5'),
    g1: or('g6', 'e1'),
    g2: or('g7', 'e2'),
    g3: or('g8', 'e3'),
    g4: or('g9', 'e4'),
    g5: or('g10', 'e5'),
    g6: and('g11', 'g12'),
    g7: and('g13', 'g12'),
    g8: and('g14', 'g12'),
    g9: and('g15', 'g12'),
    g10: and('g16', 'g12'),
    g11: or('g17', 'e6'),
    g12: or('g18', 'e11'),
    g13: or('g17', 'e7'),
    g14: or('g17', 'e8'),
    g15: or('g17', 'e9'),
    g16: or('g17', 'e10'),
    g17: atLeast(2, 'g19', 'g20', 'g21'),
    g18: atLeast(2, 'g22', 'g23', 'g24'),
    g19: or('g25', 'e12'),
    g20: or('g26', 'e13'),
    g21: or('g27', 'e14'),
    g22: or('g25', 'e15'),
    g23: or('g26', 'e16'),
    g24: or('g27', 'e17'),
    g25: or('g28', 'e18'),
    g26: or('g29', 'e19'),
    g27: or('g30', 'e20'),
    g28: atLeast(2, 'g31', 'g32', 'g33'),
    g29: atLeast(2, 'g34', 'g35', 'g36'),
    g30: atLeast(2, 'g37', 'g38', 'g39'),
    g31: or('e21', 'e22'),
    g32: or('e25', 'e26'),
    g33: or('e29', 'e30'),
    g34: or('e23', 'e22'),
    g35: or('e27', 'e26'),
    g36: or('e31', 'e30'),
    g37: or('e24', 'e22'),
    g38: or('e28', 'e26'),
    g39: or('e32', 'e30'),
  },
};
