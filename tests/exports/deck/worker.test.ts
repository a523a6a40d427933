import { describe, expect, it } from 'vitest'
import { reviewDeck } from '@/lib/exports/pptx/deck'
import { renderDeck } from '@/lib/exports/pptx/render'
import { noLooks } from '@/lib/projects/looks/model'
import { jobOf, sampleReview } from '@/tests/exports/deck/sample-review'

const publishedAt = new Date(jobOf(sampleReview()).createdAt)

describe('the deck made in a process of its own', () => {
  it('is the same as made here', async () => {
    const [apart, here] = await Promise.all([
      reviewDeck.draw({ review: sampleReview(), looks: noLooks, publishedAt }),
      renderDeck(jobOf(sampleReview())),
    ])
    expect(Buffer.from(apart.bytes).equals(Buffer.from(here.pptx))).toBe(true)
    expect([apart.pages, apart.replaced]).toEqual([here.slides, here.replaced])
  })

  it('tells why it could not be made, and makes the next one', async () => {
    const broken = { ...sampleReview(), sections: null as never }
    const failed = reviewDeck.draw({ review: broken, looks: noLooks, publishedAt })
    const next = reviewDeck.draw({ review: { ...sampleReview(), sections: [] }, looks: noLooks, publishedAt })
    await expect(failed).rejects.toThrow(/the deck could not be made: /)
    expect((await next).pages).toBe(2)
  })
})
