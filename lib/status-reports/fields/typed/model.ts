import {
  joinBreakdown,
  splitBreakdown,
  type TypedBreakdown,
  type TypedPart,
} from '@/lib/indicators/values/breakdown/typing/model'

/**
 * Names of the controls of a field: one for its text, or for a value that is typed part by part one for the total and two for
 * each row – its name, given (`known`) or typed (`label`), and its value. A given name counts only with a value.
 */
export const textName = (path: string): string => `text:${path}`
export const totalName = (path: string): string => `total:${path}`
export const partName = (path: string, no: number, which: 'known' | 'label' | 'value'): string =>
  `part:${no}:${which}:${path}`

/** The text that the rows were drawn from: as long as they say the same, it stays as it was written. */
export const toldName = (path: string): string => `told:${path}`

const named = /^(?:text|total|part:\d{1,3}:(?:known|label|value)):(.+)$/
const partNamed = /^part:(\d{1,3}):(known|label|value):(.+)$/

/** The field that a control belongs to; null for controls of no field. */
export function pathOfControl(name: string): string | null {
  return named.exec(name)?.[1] ?? null
}

/** Field path → its text, from the controls of a form; what was typed part by part as the one text it is kept as. */
export function typedTexts(controls: Iterable<readonly [string, string]>): Record<string, string> {
  const texts: Record<string, string> = {}
  const told = new Map<string, string>()
  const broken = new Map<string, { total: string; parts: (TypedPart & { given: boolean })[] }>()
  const breakdownAt = (path: string) => {
    const known = broken.get(path) ?? { total: '', parts: [] }
    broken.set(path, known)
    return known
  }
  for (const [name, text] of controls) {
    if (name.startsWith('told:')) told.set(name.slice('told:'.length), text)
    const path = pathOfControl(name)
    const [, no, which] = partNamed.exec(name) ?? []
    if (path === null) continue
    if (name.startsWith('text:')) texts[path] = text
    else if (no === undefined) breakdownAt(path).total = text
    else {
      const { parts } = breakdownAt(path)
      const part = parts[Number(no)] ?? { label: '', value: '', given: false }
      parts[Number(no)] =
        which === 'value' ? { ...part, value: text } : { ...part, label: text, given: which === 'known' }
    }
  }
  for (const [path, { total, parts }] of broken) {
    // Rows may be missing between others: a sparse list is gone through by what is there.
    const typed = { total, parts: Object.values(parts).filter(({ given, value }) => !given || value.trim() !== '') }
    const before = told.get(path) ?? ''
    texts[path] = sameParts(typed, splitBreakdown(before)) ? before : joinBreakdown(typed)
  }
  return texts
}

/** Whether two say the same of the same parts, in whatever order. */
function sameParts(one: TypedBreakdown, other: TypedBreakdown): boolean {
  const meaning = ({ total, parts }: TypedBreakdown) => {
    const named = parts.map(({ label, value }) => `${label.trim().toLocaleLowerCase('fi')}: ${value.trim()}`)
    return JSON.stringify([total.trim(), named.filter((part) => part !== ': ').sort()])
  }
  return meaning(one) === meaning(other)
}
