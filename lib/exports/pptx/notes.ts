import type { NoteRun } from './slide.ts'
import { escapeXml } from './xml.ts'

const firstLink = 101

/** Addresses in the order in which they are first met; each is one relation of the part. */
const linksIn = (notes: readonly NoteRun[][]): string[] => [
  ...new Set(notes.flatMap((runs) => runs.flatMap(({ href }) => href ?? []))),
]

/** The part of the notes with a paragraph for each line, and links that can be followed. */
export function notesBody(part: string, notes: readonly NoteRun[][], language: string): string {
  const links = linksIn(notes)
  const run = ({ text, href }: NoteRun): string => {
    const link = href ? `<a:hlinkClick r:id="rId${firstLink + links.indexOf(href)}"/>` : ''
    return `<a:r><a:rPr lang="${language}" dirty="0">${link}</a:rPr><a:t>${escapeXml(text)}</a:t></a:r>`
  }
  const paragraphs = notes.map((runs) => `<a:p>${runs.map(run).join('')}</a:p>`)
  const body = paragraphs.join('') || `<a:p><a:endParaRPr lang="${language}"/></a:p>`
  return part.replace(
    /(<p:ph type="body" idx="1"\/>.*?<a:lstStyle\/>).*?(<\/p:txBody>)/s,
    (_, before: string, after: string) => before + body + after,
  )
}

export function notesRelations(part: string, notes: readonly NoteRun[][]): string {
  const relations = linksIn(notes).map(
    (href, index) =>
      `<Relationship Id="rId${firstLink + index}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink" Target="${escapeXml(href)}" TargetMode="External"/>`,
  )
  return part.replace('</Relationships>', () => `${relations.join('')}</Relationships>`)
}
