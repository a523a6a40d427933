import type { TextMark } from '@/lib/final-report/blocks/model'
import { childOf, elementsIn, settingOf, switchOf, type XmlNode } from '@/lib/final-report/import/docx/xml/model'

/** What a paragraph is by its style. */
export type Role =
  | { kind: 'heading'; level: number }
  | { kind: 'list'; ordered: boolean }
  | { kind: 'text' | 'title' | 'caption' | 'quote' | 'contents' | 'remark' | 'place' | 'unanswered' }

/** `numbers`: the list that the style belongs to, with its level. */
export type Style = { role: Role; mark: TextMark | null; numbers: { list: string; level: number } | null }

const plainText: Style = { role: { kind: 'text' }, mark: null, numbers: null }

type Given = {
  name: string
  based: string | null
  outline: number | null
  mark: TextMark | null
  list: string | null
  level: number | null
}

/** The styles of a document by their ids. Ids and names are those of any language that Word has in Finland. */
export class Styles {
  private readonly given = new Map<string, Given>()
  private readonly known = new Map<string, Style>()

  constructor(part: XmlNode | null) {
    for (const node of part ? elementsIn(part) : []) {
      const id = node.attributes['w:styleId']
      if (node.name === 'w:style' && id !== undefined) this.given.set(id, givenBy(node, id))
    }
  }

  of(id: string | undefined): Style {
    if (id === undefined) return plainText
    const known = this.known.get(id)
    if (known) return known
    const made = this.made(id)
    this.known.set(id, made)
    return made
  }

  private made(id: string): Style {
    const chain: Given[] = []
    const seen = new Set<string>()
    for (let at: string | null = id; at !== null && !seen.has(at); at = this.given.get(at)?.based ?? null) {
      seen.add(at)
      chain.push(
        this.given.get(at) ?? { name: plainName(at), based: null, outline: null, mark: null, list: null, level: null },
      )
    }
    const first = <T>(pick: (one: Given) => T | null): T | null =>
      chain.reduce<T | null>((found, one) => found ?? pick(one), null)
    const outline = first((one) => one.outline)
    const named = first((one) => roleOfName(one.name))
    const isHeading = outline !== null && outline < 9 && (named === null || named.kind === 'heading')
    const list = first((one) => one.list)
    return {
      role: isHeading ? { kind: 'heading', level: outline + 1 } : (named ?? { kind: 'text' }),
      mark: first((one) => one.mark),
      numbers: list === null ? null : { list, level: first((one) => one.level) ?? 0 },
    }
  }
}

function givenBy(node: XmlNode, id: string): Given {
  const [look, place] = [childOf(node, 'w:rPr'), childOf(node, 'w:pPr')]
  const outline = Number(settingOf(place, 'w:outlineLvl') ?? Number.NaN)
  const numbers = childOf(place, 'w:numPr')
  const mark = switchOf(look, 'w:b') ? 'strong' : switchOf(look, 'w:i') ? 'emphasis' : null
  return {
    name: plainName(settingOf(node, 'w:name') ?? id),
    based: settingOf(node, 'w:basedOn') ?? null,
    outline: Number.isInteger(outline) ? outline : null,
    mark: node.attributes['w:type'] === 'character' ? mark : null,
    list: settingOf(numbers, 'w:numId') ?? null,
    level: numbers ? Number(settingOf(numbers, 'w:ilvl') ?? 0) : null,
  }
}

/** "Heading1" and "heading 1" are one name. */
const plainName = (name: string): string => name.toLowerCase().replace(/[\s_-]+/g, '')

const roles: readonly (readonly [RegExp, Exclude<Role['kind'], 'heading' | 'list'>])[] = [
  [
    /^(?:toc\d*|toc(?:heading|otsikko)|sisluet\d*|sisällysluettelo\w*|innehåll\d*|innehållsförteckning\w*)$/,
    'contents',
  ],
  [
    /^(?:contents(?:heading|\d+)|tableoffigures|kuvaotsikkoluettelo|figurförteckning|(?:figure|table|user)?index\w*)$/,
    'contents',
  ],
  [
    /^(?:caption|kuvateksti|kuva(?:n)?otsikko|taulukkoteksti|bildtext|beskrivning|figurecaption|tablecaption)$/,
    'caption',
  ],
  [/^(?:title|subtitle|otsikko|alaotsikko|rubrik|underrubrik|coverpage\w*|kansi\w*)$/, 'title'],
  [/^(?:(?:intense)?quote|quotations?|(?:vahva|erottuva)?lainaus|(?:starkt)?citat)$/, 'quote'],
  [/^sourcenote$/, 'remark'],
  [/^missingpicture$/, 'place'],
  [/^(?:unanswered|faultblock)$/, 'unanswered'],
]

const headingName = /^(?:heading|otsikko|rubrik|överskrift|überschrift)([1-9])$/
const bulletName = /^(?:listbullet|luettelomerkki|merkittyluettelo|punktlista)\d?$/
const numberName = /^(?:listnumber|numeroituluettelo|numreradlista)\d?$/

function roleOfName(name: string): Role | null {
  const level = headingName.exec(name)?.[1]
  if (level !== undefined) return { kind: 'heading', level: Number(level) }
  if (bulletName.test(name)) return { kind: 'list', ordered: false }
  if (numberName.test(name)) return { kind: 'list', ordered: true }
  const known = roles.find(([pattern]) => pattern.test(name))
  return known ? { kind: known[1] } : null
}
