import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { TextDifference } from '@/components/status-reports/differences/text-difference'
import { ValueChanges } from '@/components/status-reports/differences/value-changes'
import { changeWords } from '@/components/status-reports/differences/words'
import { words } from '@/lib/platform/words'
import { differenceOfValues, type ToldValue } from '@/lib/status-reports/differences/values/model'
import { makeUnknown, makeValue } from '@/lib/values/make-value'
import { textDifference } from '@/lib/values/text-difference'
import type { TypedValue } from '@/lib/values/typed-value'

const t = words('fi')
const plain = (html: string) =>
  html
    .replace(/<[^>]+>/g, ' ')
    .replace(/[ \u00a0]+/g, ' ')
    .trim()

describe('a text with its changes', () => {
  const draw = (before: string, after: string) =>
    renderToStaticMarkup(<TextDifference parts={textDifference(before, after).parts} words={changeWords(t)} />)

  it('is marked for eyes and said in words for ears', () => {
    const html = draw('Pidettiin 12 koulutusta.', 'Pidettiin 14 koulutusta.')
    expect(html).toMatch(/<del>.*12.*<\/del><ins>.*14.*<\/ins>/)
    expect(plain(html)).toBe('Pidettiin poistettu: 12 (poisto päättyy) lisätty: 14 (lisäys päättyy) koulutusta.')
  })

  it('shows a line end that came, which nobody could see otherwise', () => {
    const html = draw('Eka. Toka.', 'Eka.\n\nToka.')
    expect(html).toContain('<span aria-hidden="true">¶</span>')
    expect(plain(html)).toContain('rivinvaihto')
  })

  it('never becomes markup of its own', () => {
    expect(draw('a', '<b onclick="x">b</b>')).not.toContain('<b onclick')
  })

  it('has no mark when nothing changed', () => {
    expect(draw('Sama  teksti', 'Sama teksti')).not.toMatch(/<ins>|<del>/)
  })
})

describe('values of two periods', () => {
  const told = (value: TypedValue): ToldValue => ({ value, text: '' })
  const number = (kind: TypedValue['kind'], figure: string, unit: string | null, more: Partial<TypedValue> = {}) =>
    told(makeValue(kind, { number: figure, unit, ...more }))
  const draw = (before: ToldValue[], after: ToldValue[]) =>
    plain(
      renderToStaticMarkup(
        <ValueChanges
          t={t}
          values={differenceOfValues(before, after)}
          periods={{ before: 'Q2/2025', after: 'Q3/2025' }}
        />,
      ),
    )

  it.each([
    ['per cent in points', number('number', '35.1', '%'), number('number', '35.4', '%'), '+0,3 %-yksikköä'],
    ['euros', number('amount', '1200', '€'), number('amount', '900.5', '€'), '−299,50 €'],
    ['a count', number('count', '12', 'hlö'), number('count', '1240', 'hlö'), '+1 228 hlö'],
    ['a time', number('duration', '120', 'h'), number('duration', '90', 'h'), '−0,5 h'],
    ['the same', number('number', '5', '%'), number('number', '5.0', '%'), 'Ennallaan'],
  ])('%s: the change has its sign and unit', (_what, before, after, change) => {
    expect(draw([before], [after])).toMatch(new RegExp(`^Q2/2025 .* Q3/2025 .* Muutos ${change.replace('+', '\\+')}$`))
  })

  it('unknown, not measured and unreadable are words, never a number, and have no change', () => {
    const before = [number('number', '12', '%')]
    expect(draw(before, [])).toBe('Q2/2025 12 % Q3/2025 Ei mittausta')
    expect(draw(before, [told(makeUnknown('number', 'unknown'))])).toBe('Q2/2025 12 % Q3/2025 Ei tiedossa')
    expect(draw(before, [{ value: null, text: 'paljon' }])).toBe('Q2/2025 12 % Q3/2025 paljon (ei luettavissa lukuna)')
  })

  it('several scopes are a table', () => {
    const at = (scope: string, figure: string) => number('number', figure, '%', { scope, n: 40 })
    const html = draw([at('Kajaani', '1')], [at('Kajaani', '2'), at('Kuhmo', '3')])
    expect(html).toContain('Kajaani 1 %, n = 40 2 %, n = 40 +1 %-yksikköä')
    expect(html).toContain('Kuhmo Ei mittausta 3 %, n = 40 Ei lukuina verrattavissa')
  })
})
