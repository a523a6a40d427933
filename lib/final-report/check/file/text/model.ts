import type { CheckedLine, CheckedPiece, CheckedSource, ReferenceKind } from '@/lib/final-report/check/model'

/** Finds what a reference of the file leads to: "Kuva 12", "LIITE 3", "4.2". */
export type FileTargets = (label: string) => { to: ReferenceKind; targetId: string | null }

const mark = /\s?\{\{(ind|ref):([^{}]+)\}\}/g

/**
 * A text of the file with its marks: `{{ind:IND-003@0}}` after a number names its measurement (without `@n` its target) and
 * shows nothing, `{{ref:Kuva 1}}` is a reference and shows its label.
 */
export function lineOfText(text: string, targets: FileTargets): CheckedLine {
  const pieces: CheckedPiece[] = []
  const add = (part: string) => {
    if (part !== '') pieces.push({ kind: 'text', text: part })
  }
  let from = 0
  for (const match of text.matchAll(mark)) {
    const [whole, kind, named = ''] = match
    const isReference = kind === 'ref'
    // The space before a source stands between it and its number; before a reference it belongs to the text.
    const space = isReference && /^\s/.test(whole) ? whole.slice(0, 1) : ''
    add(text.slice(from, match.index) + space)
    from = match.index + whole.length
    if (isReference) pieces.push({ kind: 'reference', label: named.trim(), ...targets(named.trim()) })
    else pieces.push({ kind: 'source', source: sourceOf(named.trim()) })
  }
  add(text.slice(from))
  return pieces
}

function sourceOf(named: string): CheckedSource {
  const [measureId = '', index] = named.split('@')
  return { measureId, measurementId: index === undefined ? null : named }
}
