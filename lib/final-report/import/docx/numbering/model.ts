import { childOf, elementsIn, settingOf, type XmlNode } from '@/lib/final-report/import/docx/xml/model'

type Level = { format: string; text: string; start: number }

/** The lists of a document: which are numbered, and the numbers that Word draws before its headings. */
export class Numbering {
  /** Levels of each list, by the list's id */
  private readonly lists = new Map<string, { definition: string; levels: Map<number, Level> }>()
  private readonly counts = new Map<string, number[]>()

  constructor(part: XmlNode | null) {
    const definitions = new Map<string, Map<number, Level>>()
    for (const node of part ? elementsIn(part) : []) {
      if (node.name === 'w:abstractNum') definitions.set(node.attributes['w:abstractNumId'] ?? '', levelsOf(node))
    }
    for (const node of part ? elementsIn(part) : []) {
      if (node.name !== 'w:num') continue
      const definition = settingOf(node, 'w:abstractNumId') ?? ''
      const levels = new Map(definitions.get(definition))
      for (const own of elementsIn(node)) {
        const level = childOf(own, 'w:lvl')
        if (own.name === 'w:lvlOverride' && level) levels.set(Number(own.attributes['w:ilvl'] ?? 0), levelOf(level))
      }
      this.lists.set(node.attributes['w:numId'] ?? '', { definition, levels })
    }
  }

  /** Whether items of the list are numbered; null when there is no such list. */
  isOrdered(list: string, level: number): boolean | null {
    const found = this.lists.get(list)?.levels.get(level)
    return found ? found.format !== 'bullet' && found.format !== 'none' : null
  }

  /** The number that the next heading of the list gets: "4.2"; null when it is drawn without figures. */
  next(list: string, level: number): string | null {
    const found = this.lists.get(list)
    const own = found?.levels.get(level)
    if (!found || !own || own.format === 'bullet' || own.format === 'none') return null
    const counts = this.counts.get(found.definition) ?? []
    const startOf = (at: number) => found.levels.get(at)?.start ?? 1
    for (let at = 0; at < level; at += 1) counts[at] ??= startOf(at)
    counts[level] = (counts[level] ?? startOf(level) - 1) + 1
    counts.length = level + 1
    this.counts.set(found.definition, counts)
    const text = own.text.replace(/%(\d)/g, (_, at: string) => String(counts[Number(at) - 1] ?? ''))
    return /^\s*(\d+(?:\.\d+)*)\.?\s*$/.exec(text)?.[1] ?? null
  }
}

function levelsOf(node: XmlNode): Map<number, Level> {
  const levels = elementsIn(node).filter(({ name }) => name === 'w:lvl')
  return new Map(levels.map((level) => [Number(level.attributes['w:ilvl'] ?? 0), levelOf(level)]))
}

function levelOf(node: XmlNode): Level {
  return {
    format: settingOf(node, 'w:numFmt') ?? 'decimal',
    text: settingOf(node, 'w:lvlText') ?? '',
    start: Number(settingOf(node, 'w:start') ?? 1),
  }
}
