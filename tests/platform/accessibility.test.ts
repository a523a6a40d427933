import { globSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { reviewedOn } from '@/lib/platform/accessibility'
import { now } from '@/lib/platform/clock'
import { words } from '@/lib/platform/words'

const read = (file: string) => readFileSync(file, 'utf8')

/** Days since a review; the law asks for one each year. */
const daysSince = (day: string, today: Date): number => Math.floor((today.getTime() - Date.parse(day)) / 86_400_000)
const isFresh = (day: string, today: Date): boolean => {
  const days = daysSince(day, today)
  return days >= 0 && days <= 365
}

describe('the accessibility statement', () => {
  it('was reviewed within 365 days, and never in the future', () => {
    expect(isFresh(reviewedOn, now()), `reviewed on ${reviewedOn}`).toBe(true)
  })

  it('would be found too old, or dated ahead', () => {
    const today = new Date('2026-11-22T12:00:00Z')
    expect(isFresh('2025-11-22', today)).toBe(true)
    expect(isFresh('2025-11-21', today)).toBe(false)
    expect(isFresh('2026-11-24', today)).toBe(false)
    expect(isFresh('huomenna', today)).toBe(false)
  })

  it.each(['fi', 'sv', 'en'] as const)(
    'has its five mandatory items in %s, each with its heading and text',
    (locale) => {
      const t = words(locale)
      const page = read('app/(public)/accessibility/page.tsx')
      for (const item of ['conformance', 'shortcomings', 'feedback', 'supervisor', 'made']) {
        expect(page).toContain(`'${item}'`)
        expect(t(`public.accessibility.${item}.title`).length).toBeGreaterThan(3)
        expect(t(`public.accessibility.${item}.text`, { date: '1.1.2026' }).length).toBeGreaterThan(40)
      }
      expect(t('public.accessibility.made.text', { date: '1.1.2026' })).toContain('1.1.2026')
      expect(t('public.accessibility.supervisor.text')).toContain('Traficom')
    },
  )

  it('is linked from every frame: the portal, the public pages, what is missing and what breaks', () => {
    const frames = globSync('components/frame/*.tsx').filter((file) => /<main[\s>]/.test(read(file)))
    expect(frames.sort()).toEqual([
      'components/frame/crash-page.tsx',
      'components/frame/portal-frame.tsx',
      'components/frame/public-frame.tsx',
    ])
    for (const frame of frames) expect(read(frame), frame).toMatch(/<FrameFooter |href="\/accessibility"/)
    const users = globSync('{app,components}/**/*.tsx').filter((file) =>
      /<(PortalFrame|PublicFrame)\b/.test(read(file)),
    )
    expect(users.length).toBeGreaterThanOrEqual(3)
    for (const user of users) expect(read(user), user).toMatch(/accessibility: \{ label: .*href: '\/accessibility' \}/)
  })

  it('no page draws a frame of its own', () => {
    const mains = globSync('{app,components}/**/*.tsx').filter((file) => /<main[\s>]/.test(read(file)))
    expect(mains.filter((file) => !file.startsWith('components/frame/'))).toEqual([])
  })
})
