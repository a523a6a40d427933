import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { drawDashboard } from '@/components/steering/draw-dashboard'
import { UnitPage } from '@/components/steering/unit/unit-page'
import type { Viewer } from '@/lib/access/model'
import { renderDeck } from '@/lib/exports/pptx/render'
import { reviewPdf } from '@/lib/exports/typst/render-review'
import { words } from '@/lib/platform/words'
import type { SnapshotBody } from '@/lib/rounds/snapshot/model'
import type { PublishedPeriod } from '@/lib/steering/model'
import { findSnapshot, listPublished } from '@/lib/steering/queries'
import { reviewSectionKeys } from '@/lib/steering/review/model'
import { findReview } from '@/lib/steering/review/queries'
import { plainView } from '@/lib/steering/schema'

/** A publication in everything that is made of it: the pages, the document, the deck and the PDF. */
export type Publication = {
  body: SnapshotBody
  published: PublishedPeriod
  pages: string
  review: string
  deck: Uint8Array
  pdf: Uint8Array
}

/** The newest publication of a period as the viewer gets it. @throws when the viewer may not read it */
export async function publicationOf(
  viewer: Viewer,
  periodKey: string,
  locale: 'fi' | 'sv',
  projectKey = 'kkk2',
): Promise<Publication> {
  const published = (await listPublished(viewer, projectKey)).find((one) => one.periodKey === periodKey)
  const body = published && (await findSnapshot(viewer, published.snapshotId))
  const request = { projectKey, periodKey, version: null, locale, sections: reviewSectionKeys }
  const found = await findReview(viewer, request)
  if (!published || !body || !found) throw new Error(`${periodKey} is not published for ${viewer.name}`)
  const { review, looks } = found
  const publishedAt = new Date(published.publishedAt)
  const [pdf, deck] = await Promise.all([
    reviewPdf.draw({ review, looks, publishedAt }),
    renderDeck({ review, looks, createdAt: publishedAt.getTime() }),
  ])
  return {
    body,
    published,
    pages: pagesOf(body, published.code, locale),
    review: JSON.stringify(review),
    deck: deck.pptx,
    pdf: pdf.bytes,
  }
}

/** The dashboard and the page of every reporting unit. */
export function pagesOf(body: SnapshotBody, code: string, locale: 'fi' | 'sv'): string {
  const t = words(locale)
  const parts = (['upper', 'lower'] as const).map((part) =>
    drawDashboard({ part, t, code, body, view: plainView, earlier: null }),
  )
  const units = body.units
    .filter((unit) => unit.reports)
    .map((unit) => {
      const earlier = [{ code, periodKey: body.period.key, usesLights: body.project.lights, unit }]
      return createElement(UnitPage, { t, code, body, unit, version: null, earlier })
    })
  return [...parts, ...units].map((element) => renderToStaticMarkup(element)).join('\n')
}
