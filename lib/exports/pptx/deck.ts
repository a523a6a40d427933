import 'server-only'
import { inChild } from '@/lib/exports/child'
import type { DeckJob, DeckMade } from '@/lib/exports/pptx/render'
import type { ReviewDrawing } from '@/lib/steering/review/export/model'

const drawer = { script: 'lib/exports/pptx/worker.mts', what: 'the deck' }

/** Draws the review as a deck, dated by its publication. */
export const reviewDeck: ReviewDrawing = {
  format: 'pptx',
  extension: 'pptx',
  async draw({ review, looks, publishedAt }) {
    const { pptx, slides, replaced } = await inChild<DeckJob, DeckMade>(drawer, {
      review,
      looks,
      createdAt: publishedAt.getTime(),
    })
    return { bytes: pptx, pages: slides, replaced }
  },
}
