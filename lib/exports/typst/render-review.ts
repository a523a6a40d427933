import 'server-only'
import { printedReview } from '@/lib/exports/typst/printed-review'
import { renderJob } from '@/lib/exports/typst/render'
import { reviewData } from '@/lib/exports/typst/review-data'
import type { ReviewDrawing } from '@/lib/steering/review/export/model'

/** Draws the review as PDF/UA-1 in the child process, dated by its publication. */
export const reviewPdf: ReviewDrawing = {
  format: 'pdf/ua-1',
  extension: 'pdf',
  async draw({ review, looks, publishedAt }) {
    const document = printedReview(review, looks)
    const { pdf, pages, replaced } = await renderJob({
      document,
      layout: 'review',
      data: JSON.stringify(reviewData(document), null, 1),
      createdAt: Math.floor(publishedAt.getTime() / 1000),
    })
    return { bytes: pdf, pages, replaced }
  },
}
