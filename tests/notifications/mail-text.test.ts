import { describe, expect, it } from 'vitest'
import { notificationKinds } from '@/lib/notifications/model'
import { locales } from '@/lib/platform/locales'
import { words } from '@/lib/platform/words'
import { isStillNews, mailText, maySee, type News, placeOfNews } from '@/lib/rounds/notices/model'

const place = { appUrl: 'https://etappi.example.fi', today: '2026-01-14' }
const news = (given: Partial<News> = {}): News => ({
  kind: 'returned',
  project: { key: 'kkk2', name: 'KKK 2.0' },
  period: '2025-Q4',
  document: 'final_report',
  report: { unitId: 'u1', title: 'Palveluketjut', state: 'returned', dueOn: '2026-01-15' },
  threadId: null,
  late: 0,
  ...given,
})

describe('a mail', () => {
  it('says what happened, to what and where, and how to change the choices', () => {
    expect(mailText(words('fi'), [news()], place)).toEqual({
      subject: 'Etappi: Raporttisi palautettiin täydennettäväksi',
      text: `Hei!

KKK 2.0

– Raporttisi palautettiin täydennettäväksi.
  Palveluketjut, Q4/2025
  https://etappi.example.fi/projects/kkk2/rounds/2025-Q4/u1/edit

Valitse, mistä asioista saat sähköpostia ja kuinka usein:
https://etappi.example.fi/settings

Tämän viestin lähetti Etappi. Viestiin ei voi vastata.
`,
    })
  })

  it('gathers everything by project, in Swedish and in English too', () => {
    const several = [
      news(),
      news({ kind: 'mention', threadId: 't1', project: { key: 'syli', name: 'SYLI' } }),
      news({ kind: 'due_tomorrow' }),
    ]
    const sv = mailText(words('sv'), several, place)
    expect(sv.subject).toBe('Etappi: 3 meddelanden')
    expect(sv.text.match(/KKK 2\.0/g)).toHaveLength(1)
    expect(sv.text.indexOf('i morgon 15.1.2026')).toBeLessThan(sv.text.indexOf('SYLI'))
    const en = mailText(words('en'), several, place)
    expect(en.subject).toBe('Etappi: 3 notifications')
    expect(en.text).toContain('https://etappi.example.fi/projects/syli/rounds/2025-Q4/u1#thread-t1')
  })

  it('has words for every kind in every language', () => {
    for (const locale of locales) {
      const lines = notificationKinds.map((kind) => mailText(words(locale), [news({ kind })], place).subject)
      expect(new Set(lines).size).toBe(lines.length - 2) // the three about a deadline say its day
    }
  })

  it('tells a deadline by the day on which it is written, however long it waited', () => {
    const line = (today: string) =>
      mailText(words('fi'), [news({ kind: 'due_in_7_days' })], { ...place, today }).subject
    expect(line('2026-01-08')).toBe('Etappi: Raporttisi määräpäivä lähestyy: 15.1.2026')
    expect(line('2026-01-14')).toBe('Etappi: Raporttisi määräpäivä on huomenna 15.1.2026')
    expect(line('2026-01-15')).toBe('Etappi: Raporttisi määräpäivä on tänään 15.1.2026')
    expect(line('2026-01-16')).toBe('Etappi: Raporttisi on myöhässä, määräpäivä oli 15.1.2026')
  })

  it('says what concerns one place together', () => {
    const { subject, text } = mailText(words('fi'), [news(), news({ kind: 'late' })], { ...place, today: '2026-01-20' })
    expect(subject).toBe('Etappi: 2 ilmoitusta')
    expect(text).toContain(`– Raporttisi palautettiin täydennettäväksi.
– Raporttisi on myöhässä, määräpäivä oli 15.1.2026.
  Palveluketjut, Q4/2025
  https://etappi.example.fi/projects/kkk2/rounds/2025-Q4/u1/edit
`)
  })

  it('says once what has become the same', () => {
    const both = [
      news({ kind: 'due_in_7_days' }),
      news({ kind: 'due_tomorrow' }),
      news({ kind: 'due_tomorrow', report: { ...news().report, unitId: 'u2' } as News['report'] }),
    ]
    expect(mailText(words('fi'), both, place).subject).toBe('Etappi: 2 ilmoitusta')
  })

  it('tells who answers for a section of the final report from now on, and leads there', () => {
    const given = news({ kind: 'section_given', period: null, report: null })
    const told = mailText(words('fi'), [given, { ...given, kind: 'mention', threadId: 't9' }], place)
    expect(told.text).toContain(`– Sait vastuullesi kohdan loppuraportista.
– Sinut mainittiin kommentissa.
  https://etappi.example.fi/projects/kkk2/final-report
`)
  })

  it('keeps a name with line breaks on one line', () => {
    const tricky = news({
      project: { key: 'a', name: 'KKK\r\nBcc: x@y.example' },
      report: { ...news().report, title: 'A\n\nB' } as News['report'],
    })
    const { text } = mailText(words('fi'), [tricky], place)
    expect(text).toContain('\nKKK Bcc: x@y.example\n')
    expect(text).toContain('\n  A B, Q4/2025\n')
  })

  it('calls a period that is no quarter by its own name', () => {
    expect(mailText(words('fi'), [news({ period: 'kevät 2026' })], place).text).toContain('Palveluketjut, kevät 2026')
  })
})

describe('where news leads', () => {
  it.each([
    [news({ kind: 'returned' }), '/projects/kkk2/rounds/2025-Q4/u1/edit'],
    [news({ kind: 'submitted' }), '/projects/kkk2/rounds/2025-Q4/u1'],
    [news({ kind: 'comment', threadId: 't9' }), '/projects/kkk2/rounds/2025-Q4/u1#thread-t9'],
    [news({ kind: 'late', report: null, late: 3 }), '/projects/kkk2/rounds/2025-Q4?state=late'],
    [news({ kind: 'reminder', report: null }), '/projects/kkk2/rounds/2025-Q4'],
    [news({ kind: 'comment', period: null, report: null, threadId: 't9' }), '/projects/kkk2/final-report'],
  ])('%o', (one, address) => {
    expect(placeOfNews(one)).toBe(address)
  })
})

describe('what is still news', () => {
  const inState = (kind: News['kind'], state: 'draft' | 'submitted' | 'returned' | 'approved') =>
    isStillNews(news({ kind, report: { unitId: 'u1', title: 'A', state, dueOn: null } }))

  it('asks nobody for what has been done since', () => {
    expect([inState('returned', 'returned'), inState('returned', 'submitted')]).toEqual([true, false])
    expect([inState('due_tomorrow', 'draft'), inState('due_tomorrow', 'approved')]).toEqual([true, false])
    expect([inState('submitted', 'submitted'), inState('submitted', 'approved')]).toEqual([true, false])
    expect([inState('approved', 'approved'), inState('comment', 'approved')]).toEqual([true, true])
    expect(isStillNews(news({ kind: 'late', report: null, late: 0 }))).toBe(false)
  })
})

describe('who may still see it', () => {
  it('is asked of the roles held now', () => {
    expect(maySee([{ role: 'coordinator', projectId: 'p' }], 'p')).toBe(true)
    expect(maySee([{ role: 'coordinator', projectId: 'q' }], 'p')).toBe(false)
    expect(maySee([{ role: 'steering', projectId: 'p' }], 'p')).toBe(false)
    expect(maySee([{ role: 'admin', projectId: null }], 'p')).toBe(true)
    expect(maySee([], 'p')).toBe(false)
  })
})
