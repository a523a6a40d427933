import { beforeAll, describe, expect, it } from 'vitest'
import { renderDeck } from '@/lib/exports/pptx/render'
import { findReview } from '@/lib/steering/review/queries'
import { readReviewQuery } from '@/lib/steering/review/schema'
import { viewerOfAccount } from '@/prisma/seed/viewers'
import { useDemoCopy } from '@/tests/seed/demo-copy'
import { overflowsOf } from './overflow'
import { type ReadDeck, readDeck, titleOf } from './read-deck'

let deckOf: (period: string, locale: 'fi' | 'sv') => Promise<ReadDeck>

beforeAll(async () => {
  const letGo = await useDemoCopy()
  const viewer = await viewerOfAccount('ohjausryhma@kainuu.example')
  deckOf = async (periodKey, locale) => {
    const choice = readReviewQuery(new URLSearchParams(), locale)
    const found = await findReview(viewer, { projectKey: 'kkk2', periodKey, ...choice, locale })
    if (!found) throw new Error(`no review of ${periodKey}`)
    const { review, looks, published } = found
    return readDeck((await renderDeck({ review, looks, createdAt: Date.parse(published.publishedAt) })).pptx)
  }
  return letGo
}, 120_000)

describe('the deck of a real quarter', () => {
  it.each([
    ['2025-Q3', 'fi', 80],
    ['2025-Q3', 'sv', 80],
    ['2025-Q2', 'fi', 20],
  ] as const)('%s in %s: nothing overflows, every title is its own', async (period, locale, floor) => {
    const { slides } = await deckOf(period, locale)
    const looked = slides.map((slide) => overflowsOf(slide))
    expect(looked.flatMap(({ findings }) => findings)).toEqual([])
    expect(Math.min(...looked.flatMap(({ sizes }) => sizes))).toBeGreaterThanOrEqual(12)
    const titles = slides.map(titleOf)
    expect(new Set(titles).size).toBe(titles.length)
    expect(slides.length).toBeGreaterThan(floor)
    console.log(
      `${period} ${locale}: ${slides.length} slides, ${looked.reduce((sum, one) => sum + one.shapes, 0)} shapes`,
    )
  })
})
