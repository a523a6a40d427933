import type { ReportDocument } from '../../final-report/document/model.ts'
import type { DeckColours } from '../pptx/colours.ts'
import type { Anchors } from './anchors.ts'
import type { DrawnPicture } from './pictures.ts'

/** What every part of the document is drawn with. */
export type Drawing = {
  origin: string
  words: ReportDocument['words']
  colours: DeckColours
  anchors: Anchors
  /** Pictures by the id of their file */
  pictures: ReadonlyMap<string, DrawnPicture>
  /** Bookmarks of the captions by the id of their table or figure */
  captions: ReadonlyMap<string, string>
  /** Texts of the footnotes met so far; the first is number 1 */
  footnotes: string[]
  /** Number of the caption before, by the word of its sequence */
  sequences: Map<string, number>
}
