import {
  captionText,
  type DocumentBlock,
  type DocumentInline,
  type DocumentSection,
  headingText,
  inlineText,
  type ReportDocument,
} from '@/lib/final-report/document/model'

/** Paragraphs that a report must have, in their order, with their styles; and its footnotes. */
export function expectedLines({ sections, words }: Pick<ReportDocument, 'sections' | 'words'>) {
  const lines: { style: string; text: string }[] = []
  const footnotes: string[] = []
  const say = (style: string, text: string) => lines.push({ style, text })
  const told = (inlines: readonly DocumentInline[]): string => {
    const shown = inlines.filter((one) => {
      if (one.kind === 'note') footnotes.push(one.text)
      return one.kind !== 'note'
    })
    const numbers = inlines.filter((one) => one.kind === 'number')
    const sources = [...new Set(numbers.map((one) => `${one.text}: ${one.source}`))]
    if (words.sources !== undefined && sources.length > 0) footnotes.push(`${words.sources}: ${sources.join('; ')}.`)
    return shown.map((one) => (one.kind === 'problem' ? `◆ ${one.text}` : inlineText([one]))).join('')
  }
  const remarks = ({ notes, source }: { notes: readonly string[]; source: string }) => {
    for (const note of [...notes, source]) if (note !== '') say('SourceNote', note)
  }
  const block = (one: DocumentBlock): void => {
    switch (one.kind) {
      case 'paragraph':
        say('BodyText', told(one.inlines))
        break
      case 'heading':
        say(`InnerHeading${Math.min(Math.max(one.level, 2), 6)}`, one.text)
        break
      case 'quote':
        say('Quote', told(one.inlines))
        if (one.attribution !== null) say('Quote', `— ${one.attribution}`)
        break
      case 'list':
        for (const item of one.items) say(one.ordered ? 'ListNumber' : 'ListBullet', told(item))
        break
      case 'links':
        for (const item of one.items) say('ListBullet', item.text)
        break
      case 'table':
        say('Caption', captionText(one))
        remarks(one)
        for (const column of one.columns) say('TableHeading', column.header)
        for (const cell of one.rows.flat()) say('TableText', cell.text)
        for (const cell of one.total ?? []) say('TableTotal', cell.text)
        say('AfterFigure', '')
        break
      case 'figure':
      case 'image':
        say(...pictureLine(one))
        say('Caption', captionText(one))
        if (one.kind === 'image' && one.description !== null) say('SourceNote', one.description)
        remarks(one)
        say('AfterFigure', '')
        break
      case 'problem':
        say('FaultBlock', `◆ ${one.text}`)
        break
      case 'unanswered':
        say('Unanswered', one.text)
    }
  }
  const section = (one: DocumentSection): void => {
    say(`Heading${Math.min(one.level, 6)}`, headingText(one))
    one.blocks.forEach(block)
    one.children.forEach(section)
  }
  sections.forEach(section)
  return { lines, footnotes }
}

function pictureLine(one: Extract<DocumentBlock, { kind: 'figure' | 'image' }>): [string, string] {
  return one.kind === 'figure' || one.file ? ['Figure', ''] : ['MissingPicture', one.alt]
}
