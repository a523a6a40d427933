import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from 'fflate'
import { chartPart } from './chart-part.ts'
import type { DeckColours } from './colours.ts'
import { notesBody, notesRelations } from './notes.ts'
import { type ChartBox, deckFont, type Slide, type TableBox } from './slide.ts'
import { chartWorkbook, zipMoment } from './workbook.ts'
import { escapeXml } from './xml.ts'

type About = {
  title: string
  organisation: string
  period: string
  language: string
  createdAt: Date
  colours: DeckColours
}

/**
 * Puts the package in order: what pptxgenjs leaves out or writes wrongly (marked header rows, alternative texts of tables, ids,
 * language, a single set of paragraph properties, notes in paragraphs, charts with gaps) and everything that would differ from
 * one making to the next. The same slides give the same bytes.
 */
export function finishPackage(made: Uint8Array, slides: readonly Slide[], about: About): Uint8Array {
  const charts = slides.flatMap((slide) => slide.boxes.filter((box): box is ChartBox => box.kind === 'chart'))
  const files = new Map<string, Uint8Array>(
    Object.entries(unzipSync(made)).filter(([name]) => !/\/$|^ppt\/(charts|embeddings)\//.test(name)),
  )
  const numbers = chartNumbers(files, slides.length)
  for (const [name, bytes] of files) {
    if (!/\.(xml|rels)$/.test(name)) continue
    files.set(name, strToU8(finishPart(name, strFromU8(bytes), { slides, about, numbers })))
  }
  for (const [index, { chart }] of charts.entries()) {
    const number = index + 1
    files.set(
      `ppt/charts/chart${number}.xml`,
      strToU8(chartPart(chart, { colours: about.colours, language: about.language, font: deckFont })),
    )
    files.set(`ppt/charts/_rels/chart${number}.xml.rels`, strToU8(chartRelations(number)))
    files.set(`ppt/embeddings/Microsoft_Excel_Worksheet${number}.xlsx`, chartWorkbook(chart))
  }
  for (const [index, slide] of slides.entries()) {
    const name = `ppt/notesSlides/_rels/notesSlide${index + 1}.xml.rels`
    const rels = files.get(name)
    if (rels) files.set(name, strToU8(notesRelations(strFromU8(rels), slide.notes)))
  }
  return zipped(files)
}

/** The type list comes first, as readers that do not seek expect; the rest by name. */
function zipped(files: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const first = '[Content_Types].xml'
  const names = [first, ...[...files.keys()].filter((name) => name !== first).sort()]
  const parts: Zippable = {}
  for (const name of names)
    parts[name] = [files.get(name) ?? new Uint8Array(), { level: /\.(png|jpe?g|xlsx)$/.test(name) ? 0 : 2 }]
  return zipSync(parts, { mtime: zipMoment })
}

/** pptxgenjs numbers charts on and on while the process lives: their numbers here, in the order of the slides. */
function chartNumbers(files: ReadonlyMap<string, Uint8Array>, count: number): Map<string, number> {
  const numbers = new Map<string, number>()
  for (let slide = 1; slide <= count; slide++) {
    const rels = strFromU8(files.get(`ppt/slides/_rels/slide${slide}.xml.rels`) ?? new Uint8Array())
    const found = [...rels.matchAll(/charts\/chart(\d+)\.xml/g)].map((match) => Number(match[1])).sort((a, b) => a - b)
    for (const number of found) numbers.set(String(number), numbers.size + 1)
  }
  return numbers
}

type Finishing = { slides: readonly Slide[]; about: About; numbers: ReadonlyMap<string, number> }

function finishPart(name: string, given: string, { slides, about, numbers }: Finishing): string {
  const text = given
    .replace(/(lang|altLang)="en-US"/g, (_, attribute: string) =>
      attribute === 'lang' ? `lang="${about.language}"` : '',
    )
    .replace(/charts\/chart(\d+)\.xml/g, (_, number: string) => `charts/chart${numbers.get(number) ?? number}.xml`)
  if (name === '[Content_Types].xml') return contentTypes(text, numbers.size)
  if (name === 'docProps/core.xml') return coreProperties(about)
  if (name === 'docProps/app.xml') return appProperties(slides.length, about)
  const slide = /^ppt\/slides\/slide(\d+)\.xml$/.exec(name)
  if (slide) return finishSlide(text, slides[Number(slide[1]) - 1])
  const notes = /^ppt\/notesSlides\/notesSlide(\d+)\.xml$/.exec(name)
  if (notes) return notesBody(text, slides[Number(notes[1]) - 1]?.notes ?? [], about.language)
  if (name.startsWith('ppt/slideLayouts/slideLayout')) return numbered(text)
  if (name === 'ppt/theme/theme1.xml') return themed(text, about.colours)
  return text
}

function finishSlide(given: string, slide: Slide | undefined): string {
  const tables = (slide?.boxes ?? []).filter((box): box is TableBox => box.kind === 'table')
  let at = 0
  const text = given
    // Properties of a paragraph stand once, at its beginning.
    .replace(/(<\/a:r>)<a:pPr\b[^>]*?(?:\/>|>.*?<\/a:pPr>)/gs, '$1')
    .replace(/<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="\d+" name="[^"]*"\/>.*?<a:tblPr\/>/gs, (frame) => {
      const table = tables[at++]
      const marks = `${table?.rows[0]?.kind === 'head' ? ' firstRow="1"' : ''}${table?.firstColumn ? ' firstCol="1"' : ''}${table?.rows.at(-1)?.kind === 'total' ? ' lastRow="1"' : ''} bandRow="1"`
      return frame
        .replace(/name="[^"]*"\/>/, `name="Table ${at}" descr="${escapeXml(table?.alt ?? '')}"/>`)
        .replace('<a:tblPr/>', `<a:tblPr${marks}/>`)
    })
  return numbered(text)
}

/** Every shape of a slide has a number of its own. */
function numbered(text: string): string {
  let id = 0
  return text.replace(/<p:cNvPr id="\d+"/g, () => `<p:cNvPr id="${++id}"`)
}

/** Lists what is there: one master, and the charts by their new numbers. */
function contentTypes(text: string, charts: number): string {
  const listed = Array.from(
    { length: charts },
    (_, index) =>
      `<Override PartName="/ppt/charts/chart${index + 1}.xml" ContentType="application/vnd.openxmlformats-officedocument.drawingml.chart+xml"/>`,
  )
  return text
    .replace(/<Override PartName="\/ppt\/slideMasters\/slideMaster(\d+)\.xml"[^>]*\/>/g, (one, number) =>
      number === '1' ? one : '',
    )
    .replace(/\s*<Override PartName="\/ppt\/charts\/[^>]*\/>/g, '')
    .replace('</Types>', `${listed.join('')}</Types>`)
}

const chartRelations = (number: number): string =>
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/package" Target="../embeddings/Microsoft_Excel_Worksheet${number}.xlsx"/></Relationships>`

function coreProperties({ title, organisation, period, language, createdAt }: About): string {
  const moment = createdAt.toISOString().replace(/\.\d+Z$/, 'Z')
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${escapeXml(title)}</dc:title><dc:subject>${escapeXml(period)}</dc:subject><dc:creator>${escapeXml(organisation)}</dc:creator><dc:language>${language}</dc:language><cp:lastModifiedBy>${escapeXml(organisation)}</cp:lastModifiedBy><cp:revision>1</cp:revision><dcterms:created xsi:type="dcterms:W3CDTF">${moment}</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">${moment}</dcterms:modified></cp:coreProperties>`
}

const appProperties = (slides: number, { organisation }: About): string =>
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>Etappi</Application><Slides>${slides}</Slides><Notes>${slides}</Notes><Company>${escapeXml(organisation)}</Company></Properties>`

/** The colours of the theme, so that what people add looks like the rest; links keep a colour that can be read. */
function themed(text: string, { brand, accent, series }: DeckColours): string {
  const wanted: Record<string, string | undefined> = {
    dk2: brand,
    accent1: series[0],
    accent2: series[1],
    accent3: series[2],
    accent4: series[3],
    accent5: series[4],
    accent6: accent,
    hlink: brand,
    folHlink: brand,
  }
  return text.replace(
    /<a:(dk2|accent[1-6]|hlink|folHlink)><a:srgbClr val="[0-9A-Fa-f]{6}"\/>/g,
    (one, name: string) => {
      const colour = wanted[name]
      return colour ? `<a:${name}><a:srgbClr val="${colour}"/>` : one
    },
  )
}
