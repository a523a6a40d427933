import { documentData } from '@/lib/final-report/document/model'
import type { EditionBody } from '@/lib/final-report/editions/model'
import type { LifeEvent } from '@/lib/final-report/life/model'
import type { DeclarationRow } from '@/lib/projects/declarations/model'
import type { DnshRow } from '@/lib/projects/dnsh/model'
import { plainLetters } from '@/lib/values/file-names'

/** What an archive package tells of itself beside its files. */
export type ArchiveFacts = {
  edition: EditionBody
  events: readonly LifeEvent[]
  dnsh: readonly DnshRow[]
  declarations: readonly DeclarationRow[]
}

/** `metadata.json` of an archive package: who, what, when, and on what the report rests. */
export function archiveMetadata({ edition, events, dnsh, declarations }: ArchiveFacts) {
  const { document, number, reason, frozenAt, template, decision, accepted } = edition
  return {
    format: 'etappi-final-report-archive/1',
    title: document.title,
    project: document.project,
    county: document.county,
    programme: document.programme,
    statement: document.statement,
    language: document.language,
    edition: number,
    correction: reason,
    frozenAt,
    template,
    decision,
    acceptedFindings: accepted,
    life: events.map(({ type, by, at, reason: why, decision: decided }) => ({
      type,
      by,
      at,
      reason: why,
      decision: decided,
    })),
    dnsh: dnsh.map(({ kind, text, assessedOn, reviewOn, url }) => ({ kind, text, assessedOn, reviewOn, url })),
    doubleFunding: declarations.map(({ text, signedName, signedRole, signedAt }) => ({
      text,
      signedName,
      signedRole,
      signedAt,
    })),
  }
}

/** The texts of an archive package as files: what is known of the report, its data, and the report as it was frozen. */
export function archiveTexts(facts: ArchiveFacts): { path: string; text: string }[] {
  const json = (value: unknown) => `${JSON.stringify(value, null, 1)}\n`
  return [
    { path: 'metadata.json', text: json(archiveMetadata(facts)) },
    { path: 'data/tiedot.json', text: json(documentData(facts.edition.document)) },
    { path: 'data/raportti.json', text: json(facts.edition) },
  ]
}

/**
 * Where each attachment lies, in their order. Codes repeat in real reports: of two that would lie in one place, also where
 * capitals are not told apart, the later one has a number, so that none takes the place of another.
 */
export function attachmentPaths(attachments: readonly { label: string; name: string }[]): string[] {
  const taken = new Set<string>()
  return attachments.map(({ label, name }) => {
    const [, start = '', ending = ''] = /^(.*?)(\.[^./]*)?$/.exec(attachmentPath(label, name)) ?? []
    let path = start + ending
    for (let number = 2; taken.has(path.toLowerCase()); number += 1) path = `${start}-${number}${ending}`
    taken.add(path.toLowerCase())
    return path
  })
}

/** "liitteet/LIITE-1-Paatos.pdf": safe on every system; the label keeps the order. */
function attachmentPath(label: string, name: string): string {
  const plain = (text: string) =>
    plainLetters(text)
      .replace(/[^A-Za-z0-9.]+/g, '-')
      .replace(/^[-.]+|-+$/g, '')
  return `liitteet/${plain(label)}-${plain(name)}`
}
