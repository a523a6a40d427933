import { all } from '../deck/read-deck'
import type { Check } from './checks'
import { body, type ReadDocx } from './read-docx'

const repeated = (values: readonly string[]): string[] => [
  ...new Set(values.filter((value, at) => values.indexOf(value) !== at)),
]

const parts: Check = {
  name: 'every part is XML or a picture, is not empty, and has one type',
  run(docx) {
    const types = docx.xml('[Content_Types].xml')
    const defaults = all(types, 'Default').map((one) => one.attributes.Extension ?? '')
    const listed = all(types, 'Override').map((one) => one.attributes.PartName?.slice(1) ?? '')
    const faults = docx.names.flatMap((name) => [
      ...(docx.size(name) > 0 ? [] : [`${name} is empty`]),
      ...(listed.includes(name) || defaults.includes(name.split('.').at(-1) ?? '') ? [] : [`${name} has no type`]),
      ...broken(docx, name),
    ])
    return {
      looked: docx.names.length,
      faults: [
        ...faults,
        ...listed.filter((name) => !docx.names.includes(name)).map((name) => `${name} is listed but not there`),
        ...repeated([...defaults, ...listed]).map((name) => `${name} is listed twice`),
      ],
    }
  },
}

function broken(docx: ReadDocx, name: string): string[] {
  if (!/\.(xml|rels)$/.test(name)) return []
  try {
    docx.xml(name)
    return []
  } catch (error) {
    return [String(error)]
  }
}

const relations: Check = {
  name: 'every relation leads to a part or to an address, and every use of one is listed',
  run(docx) {
    let looked = 0
    const faults = docx.names
      .filter((name) => name.endsWith('.rels'))
      .flatMap((name) => {
        const [, folder = '', part = ''] = /^(.*)_rels\/(.*)\.rels$/.exec(name) ?? []
        const found = all(docx.xml(name), 'Relationship').map((one) => one.attributes)
        const ids = found.map((one) => one.Id ?? '')
        looked += found.length
        const lost = found.filter(({ Target = '', TargetMode }) =>
          TargetMode === 'External'
            ? !URL.canParse(Target)
            : !docx.names.includes(new URL(Target, `https://file/${folder}`).pathname.slice(1)),
        )
        const used = docx.names.includes(folder + part)
          ? [...docx.text(folder + part).matchAll(/\br:(?:id|embed|link)="([^"]*)"/g)].map((match) => match[1] ?? '')
          : []
        return [
          ...lost.map((one) => `${name}: ${one.Target} leads nowhere`),
          ...repeated(ids).map((id) => `${name}: ${id} twice`),
          ...used.filter((id) => !ids.includes(id)).map((id) => `${folder + part}: ${id} is not listed`),
        ]
      })
    return { looked, faults }
  },
}

const numbers: Check = {
  name: 'bookmarks and drawings have numbers and names of their own, and every bookmark ends',
  run(docx) {
    const starts = all(body(docx), 'w:bookmarkStart').map((one) => one.attributes)
    const ids = starts.map((one) => one['w:id'] ?? '')
    const names = starts.map((one) => (one['w:name'] ?? '').toLowerCase())
    const ends = all(body(docx), 'w:bookmarkEnd').map((one) => one.attributes['w:id'] ?? '')
    const drawings = all(body(docx), 'wp:docPr').map((one) => one.attributes.id ?? '')
    return {
      looked: ids.length + drawings.length,
      faults: [
        ...repeated(ids).map((id) => `bookmark ${id} twice`),
        ...repeated(names).map((name) => `bookmark ${name} twice`),
        ...names.filter((name) => !/^[_\p{L}]\w{0,39}$/u.test(name)).map((name) => `bookmark ${name} is no name`),
        ...repeated(drawings).map((id) => `drawing ${id} twice`),
        ...(ids.toSorted().join() === ends.toSorted().join() ? [] : ['a bookmark has no end']),
      ],
    }
  },
}

/** Children of the properties as ECMA-376 puts them in order (part 1, annex A), as far as they are written here. */
const orders: Readonly<Record<string, string>> = {
  'w:pPr': 'pStyle keepNext keepLines pageBreakBefore numPr pBdr shd tabs spacing ind jc outlineLvl rPr sectPr',
  'w:rPr': 'rStyle rFonts b bCs i iCs color sz szCs u vertAlign lang',
  'w:tblPr': 'tblStyle tblW tblInd tblBorders tblLayout tblCellMar tblLook tblCaption',
  'w:tcPr': 'tcW tcBorders shd',
  'w:sectPr': 'headerReference footerReference type pgSz pgMar pgNumType titlePg docGrid',
  'w:style': 'name basedOn next link uiPriority semiHidden unhideWhenUsed qFormat pPr rPr tblPr tblStylePr',
}

const order: Check = {
  name: 'properties stand in the order of the format',
  run(docx) {
    const parts = docx.names.filter((name) => /^word\/\w+\.xml$/.test(name)).map((name) => docx.xml(name))
    let looked = 0
    const faults = Object.entries(orders).flatMap(([tag, names]) => {
      const wanted = names.split(' ').map((name) => `w:${name}`)
      return parts.flatMap((part) =>
        all(part, tag).flatMap(({ children }) => {
          looked += 1
          const places = children.map((child) => wanted.indexOf(child.tag))
          const stands = places.every((place, at) => place >= 0 && place >= (places[at - 1] ?? 0))
          return stands ? [] : [`${tag}: ${children.map((child) => child.tag).join(' ')}`]
        }),
      )
    })
    return { looked, faults: [...new Set(faults)] }
  },
}

const styles: Check = {
  name: 'every style and list that is used is defined',
  run(docx) {
    const ids = all(docx.xml('word/styles.xml'), 'w:style').map((one) => one.attributes['w:styleId'] ?? '')
    const known = new Set(ids)
    const lists = new Set(all(docx.xml('word/numbering.xml'), 'w:num').map((one) => one.attributes['w:numId']))
    const used = ['w:pStyle', 'w:rStyle', 'w:tblStyle'].flatMap((tag) =>
      all(body(docx), tag).map((one) => one.attributes['w:val'] ?? ''),
    )
    const listed = all(body(docx), 'w:numId').map((one) => one.attributes['w:val'] ?? '')
    return {
      looked: used.length + listed.length,
      faults: [
        ...repeated(ids).map((id) => `the style ${id} is defined twice`),
        ...[...new Set(used)].filter((name) => !known.has(name)).map((name) => `the style ${name} is not defined`),
        ...[...new Set(listed)].filter((id) => !lists.has(id)).map((id) => `the list ${id} is not defined`),
      ],
    }
  },
}

/** What Word looks at before it opens a file without asking to mend it. */
export const packageChecks: readonly Check[] = [parts, relations, numbers, order, styles]
