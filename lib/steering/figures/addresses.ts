import { type FigureRef, figureKinds, figureName, shortOf } from '@/lib/steering/figures/model'

/** The card of a figure as one publication holds it. */
export function figureAddress(code: string, ref: FigureRef): string {
  return `/r/${figureName(code, ref)}`
}

/** The card of a row wherever it was published last: for files that stand on no single publication. */
export function rowAddress({ kind, id }: FigureRef): string {
  return `/r/${figureKinds[kind]}${shortOf(id)}`
}
