import {
  type CheckedBlock,
  type CheckedSection,
  type Finding,
  lineText,
  type Rule,
} from '@/lib/final-report/check/model'
import { perSection, placeIn, sectionName, textLines } from '@/lib/final-report/check/sections/model'

/** What everybody knows, names of firms, tests and products, and capitals that shorten nothing. */
const everyday = new Set(
  (
    'EU ETA YK OECD USA UK WHO EY PDF SMS MMS ID IT ICT TV PC CD DVD GPS USB WWW URL HTML HTTP HTTPS API QR AI PIN OK OY AB OYJ ALV ' +
    'ATK HR PR FAQ VPN WLAN LED SOTE CV CEO NB PS ADHD HIV DNA EKG AUDIT KELA FCG UNA SAP IBM IKEA BI ' +
    'LIITE KUVA TAULUKKO LUKU KYLLÄ EI BILAGA TABELL BILD FIGUR JA NEJ YES NO II III IV VI VII VIII IX XI XII XIII XIV'
  ).split(' '),
)

/**
 * A short word in capitals. A digit at its end is a version and not part of it ("RRP2"); one after a hyphen makes it the name
 * of a test or a device ("EQ-5D").
 */
const capitals = /(?<![\p{L}\p{N}.@/_&-])(\p{Lu}{2,6})\d{0,2}(?![\p{L}\p{N}_/@&])(?!\.\p{L})(?![-‑]\d)/gu

type Use = { abbreviation: string; place: Finding['place'] }

/** The first use of each abbreviation in the section's own text. Attachments are documents of their own. */
const usesOf = perSection((section, report): readonly Use[] => {
  const uses = new Map<string, Use>()
  for (const line of section.kind === 'attachment' ? [] : textLines(section, report)) {
    for (const match of line.typed.matchAll(capitals)) {
      const [found, abbreviation = ''] = match
      if (uses.has(abbreviation) || everyday.has(abbreviation)) continue
      if (isPartOfName(line.typed, match.index, found.length)) continue
      uses.set(abbreviation, { abbreviation, place: placeIn(section, line, match.index, match.index + found.length) })
    }
  }
  return [...uses.values()]
})

/** Part of a name ("Power BI", "SBM SIPe", "FCG Oy"), or of a text written in capitals throughout. */
function isPartOfName(text: string, from: number, length: number): boolean {
  const before = /(\p{L}+)[\s-]+$/u.exec(text.slice(Math.max(0, from - 40), from))?.[1] ?? ''
  const after = /^\s+(\p{L}+)/u.exec(text.slice(from + length, from + length + 40))?.[1] ?? ''
  const isLoud = (word: string) => word.length > 6 && word === word.toUpperCase()
  return (
    isLoud(before) ||
    isLoud(after) ||
    /^\p{Lu}\p{Ll}+$/u.test(before) ||
    /^\p{Lu}{2,}\p{Ll}{1,2}$|^(?:Oy|Oyj|Ab|Ltd|Inc)$/u.test(after)
  )
}

function textsOf(block: CheckedBlock): string[] {
  if (block.type === 'text') return block.lines.map(lineText)
  if (block.type === 'links') return block.items.map(({ text }) => text)
  if (block.type === 'table')
    return [block.caption, ...block.columns, ...block.rows.flat().filter((cell) => cell !== null)]
  return block.type === 'attachments' ? [] : [block.caption, ('alt' in block && block.alt) || '']
}

const ending = String.raw`^\d?(?::\p{L}+)?(?:-\p{L}+)?`
const means =
  'tulee sanoista|muodostuu sanoista|tarkoittaa|on lyhenne|står för|betyder|är en förkortning|stands for|means|is short for'

/** Ways in which a text opens an abbreviation: what stands before it, and what after it with its ending. */
const openings: readonly { before?: RegExp; after?: RegExp }[] = [
  // suositteluindeksi (NPS), suositteluindeksi (NPS, net promoter score)
  { before: /\p{L}{5,}[”"]?\s+\((?:[^()\n]*[\s,])?$/u, after: /^\d?(?:\)|[,;:]\s+\p{L}{3,})/u },
  // HTA (älykäs hoidon tarpeen arviointi)
  { after: new RegExp(String.raw`${ending}\s+\([^()\d]{0,80}\p{Ll}{4,}[^()\d]{0,80}\)`, 'u') },
  {
    after: new RegExp(
      String.raw`${ending}\s*(?:=|,?\s(?:eli|dvs\.?|det vill säga|that is|i\.e\.)\s|\s(?:${means}))`,
      'u',
    ),
  },
  { before: /\s(?:eli|dvs\.?|det vill säga|that is|i\.e\.)\s+(?:\p{Ll}+\s+)?$/u },
  // asiakkuudenhallintajärjestelmä CRM
  {
    before:
      /\p{L}{4,}(?:järjestelmä|laitos|ministeriö|virasto|ohjelma|mittari|indeksi|luokitus|systemet|institutet|ministeriet|verket|system|institute|ministry|index)\s+$/u,
  },
]

/** Abbreviations that the section opens, in whatever of its words. */
const openedIn = perSection((section): ReadonlySet<string> => {
  const found = new Set<string>()
  for (const text of [section.title, ...section.blocks.flatMap(textsOf)]) {
    for (const match of text.matchAll(/(?<![\p{L}\p{N}])\p{Lu}{2,6}(?!\p{L})/gu)) {
      const end = match.index + match[0].length
      const before = text.slice(Math.max(0, match.index - 80), match.index)
      const after = text.slice(end, end + 180)
      if (openings.some((way) => (way.before?.test(before) ?? true) && (way.after?.test(after) ?? true)))
        found.add(match[0])
    }
  }
  return found
})

/** An abbreviation that the report opens nowhere; one finding, at its first use. */
export const abbreviation: Rule = {
  name: 'abbreviation',
  check: (report) => {
    const opened = new Set(report.sections.flatMap((section) => [...openedIn(section, report)]))
    const first = new Map<string, { use: Use; section: CheckedSection }>()
    for (const section of report.sections) {
      for (const use of usesOf(section, report))
        if (!first.has(use.abbreviation)) first.set(use.abbreviation, { use, section })
    }
    return [...first.values()]
      .filter(({ use }) => !opened.has(use.abbreviation))
      .map(
        ({ use, section }): Finding => ({
          rule: 'abbreviation',
          severity: 'notice',
          place: use.place,
          other: null,
          values: [use.abbreviation],
          variant: null,
          params: { value: use.abbreviation, place: sectionName(section) },
        }),
      )
  },
}
