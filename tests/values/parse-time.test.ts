import { describe, expect, test } from 'vitest'
import { parseTime, yearAssumedBasis } from '@/lib/values/parse-time'

describe('times as people write them', () => {
  test.each([
    ['12.9.2025', '2025-09-12'],
    ['31.8.25', '2025-08-31'],
    ['Tiistai 13.1.2026', '2026-01-13'],
    ['ti 13.1.2026', '2026-01-13'],
    ['9/2025', '2025-09'],
    ['06/2025', '2025-06'],
    ['12/24', '2024-12'],
    ['syyskuu 2025', '2025-09'],
    ['lokakuussa 2025', '2025-10'],
    ['augusti 2025', '2025-08'],
    ['5 May 2025', '2025-05-05'],
    ['Q3/2025', '2025-Q3'],
    ['Q2/23', '2023-Q2'],
    ['Q3 2025', '2025-Q3'],
    ['2025 Q3', '2025-Q3'],
    ['3. neljännes 2025', '2025-Q3'],
    ['7–9/2025', '2025-Q3'],
    ['7-9/2025', '2025-Q3'],
    ['7 – 9/2025', '2025-Q3'],
    ['huhti-kesäkuun 2025', '2025-Q2'],
    ['huhti–kesäkuu 2025', '2025-Q2'],
    ['1-7/2025', '2025-01/2025-07'],
    ['1-7/25', '2025-01/2025-07'],
    ['05-12/24', '2024-05/2024-12'],
    ['10/24-6/25', '2024-10/2025-06'],
    ['lokakuu 2024 - maaliskuu 2025', '2024-10/2025-03'],
    ['Q2/23-Q2/25', '2023-04/2025-06'],
    ['2025', '2025'],
    ['v. 2023', '2023'],
    ['vuonna 2024', '2024'],
    ['Vuoden 2025 aikana', '2025'],
    ['år 2025', '2025'],
    ['2023–2025', '2023/2025'],
    ['Vuosien 2023–2025 aikana', '2023/2025'],
    ['kevät 2025', '2025-H1'],
    ['keväällä 2025', '2025-H1'],
    ['syksy 2025', '2025-08/2025-12'],
    ['hösten 2025', '2025-08/2025-12'],
    ['kesällä 2024', '2024-06/2024-08'],
    ['Alkuvuodesta 2024', '2024-H1'],
    ['syksy 2023 – 12/2025', '2023-08/2025-12'],
    ['kevät 2023 – 2025', '2023/2025'],
    ['2024 alussa', '2024-01'],
    ['Vuoden 2024 lopussa', '2024-12-31'],
    ['H1/2025', '2025-H1'],
    ['vk 35/2025', '2025-W35'],
    ['viikko 1 2025', '2025-W01'],
    ['1.6.–18.8.2025', '2025-06-01/2025-08-18'],
    ['20.5–25.8.2025', '2025-05-20/2025-08-25'],
    ['1.–15.7.2025', '2025-07-01/2025-07-15'],
    ['1.1.24-31.8.25', '2024-01/2025-08'],
    ['1.7.–30.9.2025', '2025-Q3'],
    ['28.8.2025 mennessä', '../2025-08-28'],
    ['vuoden 2025 loppuun mennessä', '../2025-12-31'],
    ['by 5 May 2025', '../2025-05-05'],
    ['1.1.2026 alkaen', '2026-01-01/..'],
    ['lokakuusta 2025', '2025-10-01/..'],
    ['vuonna 2025 elokuuhun mennessä', '2025-01/2025-08'],
    ['2025 ad.21.5', '2025-01-01/2025-05-21'],
    ['2025 (01–06/25)', '2025-H1'],
    ['v. 2025 (8/25)', '2025-08'],
    ['2025 (tammikuu 2024)', '2025'],
    ['lukuvuosi 2024–2025', '2024-08/2025-07'],
    ['lukuvuonna 2024/25', '2024-08/2025-07'],
    ['läsåret 2024–2025', '2024-08/2025-07'],
    ['2025-W35', '2025-W35'],
    ['2025-06-01/2025-08-18', '2025-06-01/2025-08-18'],
    ['7–9/2025\u00a0', '2025-Q3'],
  ])('%j is %s', (text, code) => {
    expect(parseTime(text)).toMatchObject({ ok: true, value: { asWritten: text, code, basis: null } })
  })

  test.each([
    ['', 'EMPTY'],
    ['   ', 'EMPTY'],
    ['hankkeen aikana', 'NOT_A_TIME'],
    ['ei nimetty', 'NOT_A_TIME'],
    ['vuosittain', 'NOT_A_TIME'],
    ['39,3%/2023', 'NOT_A_TIME'],
    ['5/5', 'NOT_A_TIME'],
    ['35', 'NOT_A_TIME'],
    ['116 117', 'NOT_A_TIME'],
    ['31.2.2025', 'NO_SUCH_TIME'],
    ['13/2025', 'NO_SUCH_TIME'],
    ['0/2025', 'NO_SUCH_TIME'],
    ['Q5/2025', 'NO_SUCH_TIME'],
    ['vk 53/2025', 'NO_SUCH_TIME'],
    ['10-3/2025', 'NO_SUCH_TIME'],
    ['lukuvuosi 2024–2026', 'NO_SUCH_TIME'],
    ['vk 35', 'YEAR_MISSING'],
    ['10.12.', 'YEAR_MISSING'],
    ['syksyllä', 'YEAR_MISSING'],
    ['keväästä', 'YEAR_MISSING'],
    ['heinä-syyskuun', 'YEAR_MISSING'],
    ['30.9.–1.7.2025', 'ENDS_BEFORE_START'],
    ['2025–2023', 'ENDS_BEFORE_START'],
  ])('%j is refused: %s', (text, reason) => {
    expect(parseTime(text)).toMatchObject({ ok: false, reason })
  })

  test.each([
    ['vk 35', '2025-W35'],
    ['10.12.', '2025-12-10'],
    ['heinä-syyskuun', '2025-Q3'],
    ['syksyllä', '2025-08/2025-12'],
    ['1.6.–18.8.', '2025-06-01/2025-08-18'],
  ])('%j takes the year of the report and says so', (text, code) => {
    expect(parseTime(text, { year: 2025 })).toMatchObject({ ok: true, value: { code, basis: yearAssumedBasis } })
  })

  test('a year that was written is not replaced', () => {
    expect(parseTime('vk 35/2024', { year: 2025 })).toMatchObject({
      ok: true,
      value: { code: '2024-W35', basis: null },
    })
  })
})
