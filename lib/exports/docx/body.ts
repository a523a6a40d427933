import type { FileChild, ISectionOptions } from 'docx'
import { type DocumentSection, headingText } from '../../final-report/document/model.ts'
import { blockParts, headingLine } from './blocks.ts'
import type { Drawing } from './drawing.ts'
import { page } from './job.ts'
import { isWide } from './tables.ts'

/** Pages of one position, standing or lying, with what is on them. */
export type Leaf = { isLying: boolean; children: FileChild[] }

/** The whole report in reading order, cut where a lying page begins or ends. */
export class Leaves {
  readonly all: Leaf[]
  readonly #drawing: Drawing
  #lists = 0

  constructor(front: readonly FileChild[], drawing: Drawing) {
    this.all = [{ isLying: false, children: [...front] }]
    this.#drawing = drawing
  }

  /** `beginsPage`: the section begins a page although its level does not. */
  add(section: DocumentSection, { beginsPage = false } = {}): void {
    // A heading goes with what it is about, onto a lying page too.
    const { id, level } = section
    let waiting: FileChild[] = [
      headingLine({ id, level, text: headingText(section) }, this.#drawing, beginsPage || section.attachment === true),
    ]
    for (const block of section.blocks) {
      const parts = blockParts(block, this.#drawing, ++this.#lists)
      if (block.kind === 'heading') waiting.push(...parts)
      else {
        this.#put([...waiting, ...parts], isWide(block))
        waiting = []
      }
    }
    if (waiting.length > 0) this.#put(waiting, false)
    for (const child of section.children) this.add(child)
  }

  #put(children: FileChild[], isLying: boolean): void {
    const last = this.all.at(-1)
    if (last && last.isLying === isLying) last.children.push(...children)
    else this.all.push({ isLying, children })
  }
}

/** Page measures of a leaf; the first page of the document has no header or footer. */
export function leafProperties(isLying: boolean, isFirst: boolean): NonNullable<ISectionOptions['properties']> {
  const { short, long, margin } = page
  return {
    page: {
      // The library turns the sides of a lying page itself.
      size: { width: short, height: long, orientation: isLying ? 'landscape' : 'portrait' },
      margin: { top: 1474, bottom: 1474, left: margin, right: margin, header: 680, footer: 680 },
    },
    ...(isFirst && { titlePage: true }),
  }
}
