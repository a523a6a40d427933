import {
  AlignmentType,
  BorderStyle,
  type IBaseParagraphStyleOptions,
  type IParagraphStyleOptions,
  LevelFormat,
  ShadingType,
} from 'docx'
import type { DeckColours } from '../pptx/colours.ts'
import { deckFont } from '../pptx/slide.ts'

/** Colours of what must be mended; the same in every county. */
const fault = { ink: 'AE332D', ground: 'FCECEA' } as const

const ground = (fill: string) => ({ type: ShadingType.CLEAR, color: 'auto', fill })
const bar = (color: string, size = 16) => ({ left: { style: BorderStyle.SINGLE, size, color, space: 8 } })

/** Levels of the headings inside sections; those above are sections. */
const innerLevels = [2, 3, 4, 5, 6] as const

/** The style of a heading inside a section. Its name is none that Word's contents look for. */
export const innerHeading = (level: number): string => `InnerHeading${Math.min(Math.max(level, 2), 6)}`

/** Paragraph and character styles under the names that Word knows, so that it shows, lists and changes them as its own. */
export function reportStyles(colours: DeckColours, language: string, { flowing = false } = {}) {
  const { brand, muted, ink, soft, rule } = colours
  const heading = (level: number, size: number, before: number): IBaseParagraphStyleOptions => ({
    run: { size: size * 2, bold: true, color: brand },
    paragraph: { spacing: { before, after: 140 }, keepNext: true, keepLines: true, outlineLevel: level - 1 },
  })
  // The first of the chapters that follow each other begins a page of its own where it stands.
  const chapter = heading(1, 19, flowing ? 480 : 0)
  const styles: IParagraphStyleOptions[] = [
    style('BodyText', 'Body Text', { paragraph: { spacing: { after: 160, line: 276 } } }),
    style('Subtitle', 'Subtitle', { run: { size: 36, color: brand }, paragraph: { spacing: { after: 360 } } }),
    style('County', 'County', { run: { size: 26, color: muted }, paragraph: { spacing: { before: 900, after: 200 } } }),
    style('TitleFact', 'Title Fact', { paragraph: { spacing: { after: 100 } } }),
    style('Statement', 'Statement', { run: { size: 24 }, paragraph: { spacing: { before: 60, after: 60 } } }),
    style('Notice', 'Notice', {
      paragraph: {
        spacing: { before: 240, after: 240 },
        shading: ground(soft),
        border: bar(brand),
        indent: { left: 200 },
      },
    }),
    style('TOCHeading', 'TOC Heading', {
      run: { size: 36, bold: true, color: brand },
      paragraph: { spacing: { before: 360, after: 200 }, keepNext: true },
    }),
    ...[1, 2, 3, 4].map((level) =>
      style(`TOC${level}`, `toc ${level}`, {
        run: { size: 20, bold: level === 1 },
        paragraph: {
          spacing: { before: level === 1 ? 140 : 0, after: 50 },
          indent: { left: (level - 1) * 240 },
        },
      }),
    ),
    ...innerLevels.map((level) => ({
      ...style(innerHeading(level), `Inner Heading ${level}`, { paragraph: { outlineLevel: level - 1 } }),
      basedOn: `Heading${level}`,
      next: 'BodyText',
    })),
    style('TableofFigures', 'table of figures', {
      run: { size: 20 },
      paragraph: { spacing: { after: 70 } },
    }),
    style('Quote', 'Quote', {
      paragraph: {
        spacing: { before: 80, after: 120 },
        indent: { left: 340, right: 340 },
        border: bar(colours.accent),
      },
    }),
    style('ListBullet', 'List Bullet', { paragraph: { spacing: { after: 80, line: 264 } } }),
    style('ListNumber', 'List Number', { paragraph: { spacing: { after: 80, line: 264 } } }),
    style('TableText', 'Table Text', { run: { size: 18 } }),
    style('TableHeading', 'Table Heading', { run: { size: 18, bold: true } }),
    style('TableTotal', 'Table Total', { run: { size: 18, bold: true } }),
    style('Figure', 'Figure', { paragraph: { spacing: { before: 200, after: 0 }, keepNext: true } }),
    style('MissingPicture', 'Missing Picture', {
      run: { size: 20, color: muted },
      paragraph: {
        spacing: { before: 240, after: 120 },
        keepNext: true,
        keepLines: true,
        shading: ground(soft),
        border: Object.fromEntries(
          ['top', 'left', 'bottom', 'right'].map((side) => [
            side,
            { style: BorderStyle.DASHED, size: 6, color: rule, space: 8 },
          ]),
        ),
        indent: { left: 200, right: 200 },
      },
    }),
    style('SourceNote', 'Source Note', {
      run: { size: 18, color: muted },
      paragraph: { spacing: { before: 40, after: 60 } },
    }),
    style('AfterFigure', 'After Figure', { run: { size: 12 }, paragraph: { spacing: { after: 60 } } }),
    style('FaultBlock', 'Fault Block', {
      run: { bold: true, color: fault.ink },
      paragraph: {
        spacing: { after: 160 },
        shading: ground(fault.ground),
        border: bar(fault.ink, 24),
        indent: { left: 200 },
      },
    }),
    style('Unanswered', 'Unanswered', { run: { italics: true, color: muted }, paragraph: { spacing: { after: 160 } } }),
    style('Header', 'header', { run: { size: 18, color: muted } }),
    style('Footer', 'footer', { run: { size: 18, color: muted } }),
  ]
  return {
    default: {
      document: { run: { font: deckFont, size: 22, color: ink, language: { value: language } } },
      title: { run: { size: 60, bold: true, color: brand }, paragraph: { spacing: { after: 160 } } },
      heading1: { ...chapter, paragraph: { ...chapter.paragraph, pageBreakBefore: !flowing } },
      heading2: heading(2, 14.5, 360),
      heading3: heading(3, 12.5, 300),
      heading4: heading(4, 11, 260),
      heading5: heading(5, 11, 240),
      heading6: heading(6, 11, 240),
      caption: { run: { size: 20, bold: true }, paragraph: { spacing: { before: 160, after: 100 }, keepLines: true } },
      hyperlink: { run: { color: brand, underline: {} } },
      footnoteText: { run: { size: 17, color: muted }, paragraph: { spacing: { after: 40 } } },
    },
    paragraphStyles: styles,
    characterStyles: [
      { id: 'Strong', name: 'Strong', run: { bold: true } },
      { id: 'Emphasis', name: 'Emphasis', run: { italics: true } },
      { id: 'Remark', name: 'Remark', run: { size: 19, color: muted } },
      { id: 'Unknown', name: 'Unknown Value', run: { italics: true, color: muted } },
      { id: 'Fault', name: 'Fault', run: { bold: true, color: fault.ink } },
    ],
  }
}

const style = (id: string, name: string, look: IBaseParagraphStyleOptions): IParagraphStyleOptions => ({
  id,
  name,
  basedOn: 'Normal',
  quickFormat: true,
  ...look,
})

/** Bullets, and numbers that begin anew for each list. */
export const reportLists = {
  config: [
    { reference: 'bullets', format: LevelFormat.BULLET, text: '•' },
    { reference: 'numbers', format: LevelFormat.DECIMAL, text: '%1.' },
  ].map(({ reference, format, text }) => ({
    reference,
    levels: [
      {
        level: 0,
        format,
        text,
        alignment: AlignmentType.LEFT,
        style: { paragraph: { indent: { left: 454, hanging: 340 } } },
      },
    ],
  })),
}

const edge = (side: string, size: number, colour: string) =>
  `<w:${side} w:val="single" w:sz="${size}" w:space="0" w:color="${colour}"/>`

/** The style of the tables, as the format writes it: a marked first row, thin lines, a total over a thicker one. */
export function tableStyle({ brand, soft, rule, muted }: DeckColours): string {
  return `<w:style w:type="table" w:customStyle="1" w:styleId="ReportTable"><w:name w:val="Report Table"/><w:basedOn w:val="TableNormal"/><w:uiPriority w:val="59"/><w:tblPr><w:tblBorders>${edge('bottom', 4, rule)}${edge('insideH', 4, rule)}</w:tblBorders><w:tblCellMar><w:top w:w="60" w:type="dxa"/><w:left w:w="90" w:type="dxa"/><w:bottom w:w="60" w:type="dxa"/><w:right w:w="90" w:type="dxa"/></w:tblCellMar></w:tblPr><w:tblStylePr w:type="firstRow"><w:tcPr><w:tcBorders>${edge('bottom', 8, brand)}</w:tcBorders><w:shd w:val="clear" w:color="auto" w:fill="${soft}"/></w:tcPr></w:tblStylePr><w:tblStylePr w:type="lastRow"><w:tcPr><w:tcBorders>${edge('top', 12, muted)}</w:tcBorders></w:tcPr></w:tblStylePr></w:style>`
}
