// A small language for the demo report: running text with numbers from the data, references and captioned blocks.
import type { BindingSource, BlockType } from '@/lib/final-report/blocks/model'

/** What stands between the words of a text. Subjects are named as in the facts. */
export type Piece =
  | { kind: 'measured'; indicator: string; index: number; bare: boolean }
  | { kind: 'target'; indicator: string; role: 'interim' | 'final'; bare: boolean }
  | { kind: 'investment'; source: BindingSource; investment: string }
  | { kind: 'reference'; block: string }
  | { kind: 'link'; text: string; address: string }

export type Words = (string | Piece)[]

export type BlockSpec =
  | { type: 'paragraph'; words: Words }
  | { type: 'list'; items: Words[] }
  | { type: 'links'; items: { text: string; address: string }[] }
  | {
      type: Extract<BlockType, `${string}_table` | 'decision_list'>
      name: string
      caption: string
      investment: string
      pick?: 'national' | 'measured'
    }
  | { type: 'chart'; name: string; caption: string; indicator: string }

export type SectionSpec = {
  /** Name of the place in the template */
  place: string
  blocks: BlockSpec[]
  /** The project's own sections under it */
  own?: { title: string; kind: 'chapter' | 'workpackage'; blocks: BlockSpec[] }[]
}

/** p`Osuus oli ${measured('P4-I1-KANS-1')}.` */
export function p(texts: TemplateStringsArray, ...pieces: Piece[]): BlockSpec {
  return { type: 'paragraph', words: wordsOf(texts, pieces) }
}

export function item(texts: TemplateStringsArray, ...pieces: Piece[]): Words {
  return wordsOf(texts, pieces)
}

function wordsOf(texts: TemplateStringsArray, pieces: Piece[]): Words {
  return texts.flatMap((text, index) => [text, ...(pieces[index] ? [pieces[index]] : [])]).filter((word) => word !== '')
}

export const measured = (indicator: string, index = 0): Piece => ({ kind: 'measured', indicator, index, bare: false })
export const target = (indicator: string, role: 'interim' | 'final' = 'final'): Piece => ({
  kind: 'target',
  indicator,
  role,
  bare: false,
})
/** The number alone: the words around it say of what. */
export const count = (indicator: string, index = 0): Piece => ({ kind: 'measured', indicator, index, bare: true })
export const targetCount = (indicator: string): Piece => ({ kind: 'target', indicator, role: 'final', bare: true })
export const see = (block: string): Piece => ({ kind: 'reference', block })
export const link = (text: string, address: string): Piece => ({ kind: 'link', text, address })
export const budgetOf = (investment: string): Piece => ({ kind: 'investment', source: 'budget_total', investment })
export const purchasesOf = (investment: string): Piece => ({ kind: 'investment', source: 'purchase_total', investment })
export const purchaseCountOf = (investment: string): Piece => ({
  kind: 'investment',
  source: 'purchase_count',
  investment,
})
export const toimintamallitOf = (investment: string): Piece => ({
  kind: 'investment',
  source: 'toimintamalli_count',
  investment,
})
