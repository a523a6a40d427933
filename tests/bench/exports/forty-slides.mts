import type { Review, ReviewPage, ReviewSection } from '@/lib/steering/review/model'
import { overflowsOf } from '@/tests/exports/deck/overflow'
import { all, readDeck } from '@/tests/exports/deck/read-deck'
import { sampleReview } from '@/tests/exports/deck/sample-review'

/** A review of forty slides: units with long texts, charts and tables, registers over several slides. */
export function reviewOfForty(): Review {
  const sample = sampleReview()
  const pages = sample.sections.flatMap((section) => section.pages)
  const named = (id: string): ReviewPage => {
    const found = pages.find((page) => page.id === id)
    if (!found) throw new Error(`the sample has no page ${id}`)
    return found
  }
  const copies = (id: string, count: number): ReviewPage[] =>
    Array.from({ length: count }, (_, at) => ({
      ...named(id),
      id: `${id}-${at}`,
      title: `${named(id).title} ${at + 1}`,
    }))
  const section = (key: ReviewSection['key'], title: string, own: ReviewPage[]): ReviewSection => ({
    key,
    title,
    pages: own,
  })
  return {
    ...sample,
    sections: [
      section('serviceAreas', 'Palvelualueet', [...copies('area-1', 3), ...copies('long', 6), ...copies('short', 4)]),
      section('finance', 'Talous', copies('finance', 1)),
      section('risks', 'Riskit', copies('risks', 1)),
    ],
  }
}

/** Looks into a finished deck: how many slides, and that it is one that could be shown. @throws when anything overflows */
export function checkedSlides(pptx: Uint8Array): { slides: number; charts: number; tables: number } {
  const deck = readDeck(pptx)
  const findings = deck.slides.flatMap((slide) => overflowsOf(slide).findings)
  if (findings.length > 0) throw new Error(`the deck overflows: ${findings[0]}`)
  const count = (pattern: RegExp) => deck.names.filter((name) => pattern.test(name)).length
  const tables = deck.slides.reduce((sum, slide) => sum + all(slide.xml, 'a:tbl').length, 0)
  return { slides: deck.slides.length, charts: count(/^ppt\/charts\/chart\d+\.xml$/), tables }
}
