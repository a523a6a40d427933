import type { RiskMatrix } from './model.ts'

/** The scores of a matrix, lowest first. */
export const scoresOf = ({ highest }: Pick<RiskMatrix, 'highest'>): number[] =>
  Array.from({ length: highest }, (_, place) => place + 1)
