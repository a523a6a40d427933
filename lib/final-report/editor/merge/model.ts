import type { WrittenBlock } from '@/lib/final-report/blocks/model'
import { sectionText } from '@/lib/final-report/editor/model'

/** What the two did to one block since both began: one only, or both, and differently. */
export type Clash = {
  id: string
  /** Null: removed, or not there */
  mine: WrittenBlock | null
  theirs: WrittenBlock | null
  /** Which of the two it is unless the writer says otherwise: the one that was changed; mine where both were */
  taken: Side
  both: boolean
}

export type Side = 'mine' | 'theirs'

type Three = {
  base: readonly WrittenBlock[]
  mine: readonly WrittenBlock[]
  theirs: readonly WrittenBlock[]
}

const sameBlock = (one: WrittenBlock | null, other: WrittenBlock | null): boolean =>
  one === other || (one !== null && other !== null && sectionText([one]) === sectionText([other]))

const find = (blocks: readonly WrittenBlock[], id: string): WrittenBlock | null =>
  blocks.find((block) => block.id === id) ?? null

/** The blocks in which two versions of a section differ, in the order of the section. `base`: what both began with. */
export function clashes({ base, mine, theirs }: Three): Clash[] {
  return mergedOrder({ base, mine, theirs }).flatMap((id): Clash[] => {
    const [was, own, other] = [find(base, id), find(mine, id), find(theirs, id)]
    if (sameBlock(own, other)) return []
    const [byMe, byThem] = [!sameBlock(was, own), !sameBlock(was, other)]
    return [{ id, mine: own, theirs: other, taken: byMe ? 'mine' : 'theirs', both: byMe && byThem }]
  })
}

/** The section that comes of two versions when of each block in which they differ the chosen one is taken. */
export function merged(three: Three, choices: ReadonlyMap<string, Side>): WrittenBlock[] {
  const differing = new Map(clashes(three).map((clash) => [clash.id, clash]))
  return mergedOrder(three).flatMap((id) => {
    const clash = differing.get(id)
    if (!clash) return find(three.mine, id) ?? []
    return clash[choices.get(id) ?? clash.taken] ?? []
  })
}

/** Mine in my order; what only the other one has stands after the block it stands after there. */
function mergedOrder({ mine, theirs }: Three): string[] {
  const order = mine.map((block) => block.id)
  for (const [index, { id }] of theirs.entries()) {
    if (order.includes(id)) continue
    const before = theirs.slice(0, index).findLast((block) => order.includes(block.id))
    order.splice(before ? order.indexOf(before.id) + 1 : 0, 0, id)
  }
  return order
}
