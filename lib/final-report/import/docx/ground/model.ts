import type { Relations } from '@/lib/final-report/import/docx/parts/model'
import type { Styles } from '@/lib/final-report/import/docx/styles/model'
import type { XmlNode } from '@/lib/final-report/import/docx/xml/model'
import type { LossKind, WrittenImage, WrittenRun } from '@/lib/final-report/import/written/model'

/** What stands in a line beside its words. */
export type LinePart = WrittenImage | { kind: 'box'; content: XmlNode }

export type Line = {
  runs: WrittenRun[]
  parts: LinePart[]
  /** Bookmarks that begin in it */
  anchors: string[]
  /** The word of the sequence whose number stands in it: "Kuva" */
  sequence: string | null
}

/** What reading a line needs of its document. `lose` tells of what the report cannot hold. */
export type LineGround = {
  relations: Relations
  styles: Styles
  note(kind: 'footnote' | 'endnote', id: string): WrittenRun[]
  /** The name of a picture that can be shown; null when it cannot, which is told */
  picture(target: string): string | null
  lose(what: LossKind, text: string): void
}
