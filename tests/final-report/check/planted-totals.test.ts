// Percentages and totals that cannot be, planted in a whole real report: how many of them the check finds.
import { describe, expect, it } from 'vitest'
import { textLines } from '@/lib/final-report/check/sections/model'
import { tablesIn } from '@/lib/final-report/check/tables/model'
import { formatNumber } from '@/lib/values/format'
import { report } from './planting'
import { added, clean, next, otherDigit, recall, withTable, withText } from './planting-numbers'

describe('percentages and totals planted in a real report', { timeout: 300_000 }, () => {
  const survey = '4.2.1.1#05'
  const asked = [
    (n: number, share: string) => `Kyselyssä (n=${n}) ${share} prosenttia vastaajista oli tyytyväisiä uuteen malliin.`,
    (n: number, share: string) => `Kyselyyn vastasi ${n} henkeä. Tyytyväisiä oli ${share} %.`,
    (n: number, share: string) => `Vastaajia oli ${n}. Muutosta piti hyvänä ${share} prosenttia.`,
    (n: number, share: string) => `Aineiston (n = ${n}) perusteella ${share} % sai avun heti ja muut myöhemmin.`,
    (n: number, share: string) => `Yhteensä ${n} vastaajasta ${share} % suosittelee palvelua.`,
  ]
  it('a percentage that cannot come from the n', () => {
    const sizes = Array.from({ length: 60 }, () => 12 + Math.floor(next() * 70))
    const shareOf = (n: number, decimals: number, wrong: boolean): string | null => {
      for (let attempt = 0; attempt < 60; attempt += 1) {
        const part = Math.floor(next() * n)
        const exact = ((wrong ? part + 0.5 : part) * 100) / n
        const share = exact.toFixed(decimals)
        const near = Array.from({ length: n + 1 }, (_, one) => (one * 100) / n)
        const possible = near.some(
          (one) =>
            one.toFixed(decimals) === share ||
            (Math.floor(one * 10 ** decimals) / 10 ** decimals).toFixed(decimals) === share,
        )
        if (possible !== wrong) return share.replace('.', ',')
      }
      return null
    }
    const made = (wrong: boolean) =>
      sizes.flatMap((n, index) => {
        const share = shareOf(n, index % 2, wrong)
        const form = asked[index % asked.length]
        return share === null || !form ? [] : [added(survey, form(n, share))]
      })
    recall('percentage-of-n', made(true), 0.95)
    clean('percentage-of-n', made(false))
  })

  it('another n in the caption of a table', () => {
    const table = report.sections
      .flatMap((section) => tablesIn(section, report).map(({ block }) => ({ section, block })))
      .find(({ block }) => block.label === 'Taulukko 14')
    if (!table) throw new Error('no table')
    const captioned = (n: number) => ({
      report: withTable(table.section.id, table.block.id, (one) => ({
        ...one,
        caption: `${one.caption.replace(/\.$/, '')} (n=${n}).`,
      })),
      at: [table.section.id],
      what: `Taulukko 14, n=${n}`,
    })
    // 33 lähijohtajaa: 1, 12, 19 and 1, and then 11, 18, 3 and 1.
    clean('percentage-of-n', [33, 66, ...Array.from({ length: 10 }, (_, index) => 200 + index)].map(captioned))
    recall(
      'percentage-of-n',
      Array.from({ length: 41 }, (_, index) => (index === 23 ? 9 : index + 10)).map(captioned),
      0.9,
    )
  })

  it('a part or a total changed', () => {
    const totals = report.sections.flatMap((section) =>
      tablesIn(section, report).flatMap(({ block, rows }) => {
        const columns = block.columns.slice(1).map((_, at) => rows.map(({ cells }) => cells[at]))
        const sums = columns.map((cells) =>
          cells
            .map((cell) => (cell?.kind === 'number' && cell.read.unit === null ? Number(cell.read.number) : Number.NaN))
            .reduce((a, b) => a + b, 0),
        )
        const additive = block.rows.length > 2 && sums.every((sum) => Number.isInteger(sum)) && block.columns.length > 1
        return additive ? [{ section, block, total: ['Yhteensä', ...sums.map((sum) => formatNumber(sum, 'fi'))] }] : []
      }),
    )
    const tables = totals.flatMap(({ section, block, total }) =>
      Array.from({ length: 12 }, () => {
        const row = Math.floor(next() * (block.rows.length + 1))
        const column = 1 + Math.floor(next() * (block.columns.length - 1))
        const changed = (cells: readonly (string | null)[]) =>
          cells.map((cell, at) => (at === column ? otherDigit(cell ?? '0') : cell))
        return {
          report: withTable(section.id, block.id, (table) => ({
            ...table,
            rows: table.rows.map((cells, at) => (at === row ? changed(cells) : cells)),
            total: row === block.rows.length ? changed(total) : total,
          })),
          at: [section.id],
          what: `${block.label}: ${block.rows[row]?.[0] ?? 'Yhteensä'}, ${block.columns[column]}`,
        }
      }),
    )
    clean('row-total', [
      ...totals.map(({ section, block, total }) => ({
        report: withTable(section.id, block.id, (table) => ({ ...table, total })),
        at: [section.id],
        what: String(block.label),
      })),
      ...[12, 30, 45, 210, 1234, 99, 7, 18].map((one) =>
        added('4.2.1.1#05', `Alueella niitä oli ${one} ja muualla ${one + 3}, yhteensä ${one * 2 + 3}.`),
      ),
    ])
    const texts = report.sections.flatMap((section) =>
      textLines(section, report)
        .filter(({ text, block }) => /yhteensä 945|720 henkilö|225 henkilö|yhteensä 210/.test(text) && block !== null)
        .flatMap((line) =>
          [
            ...line.text.matchAll(
              /(?<![\d.,])\d{2,3}(?: \d{3})?(?= (?:henkilötyöpäivää|euroa|asiakasta)| (?:huhti|heinä|loppu))/g,
            ),
          ].flatMap((match) =>
            [0, 1].map(() => {
              const text = otherDigit(match[0])
              const changed = withText(
                section.id,
                line.block.id,
                line.index,
                match.index,
                match.index + match[0].length,
                text,
              )
              return { report: changed, at: [section.id], what: `${section.id} ${match[0]} → ${text}` }
            }),
          ),
        ),
    )
    const counts = report.sections.flatMap((section) =>
      textLines(section, report).flatMap((line) =>
        [
          ...line.text.matchAll(
            /(?<=oli |on |siinä on )kolme(?=: \p{L}|:$| periaatetta:)|(?<=käytössä )12(?= palvelupolulla)|(?<=hinta on )87 552|(?<=yhteensä )29(?= toimintamallia)/gu,
          ),
        ].flatMap((match) =>
          [0, 1].map((attempt) => {
            const text = /\d/.test(match[0]) ? otherDigit(match[0]) : (['neljä', 'kaksi'][attempt] ?? '')
            const changed = withText(
              section.id,
              line.block.id,
              line.index,
              match.index,
              match.index + match[0].length,
              text,
            )
            return { report: changed, at: [section.id], what: `${section.id} ${match[0]} → ${text}` }
          }),
        ),
      ),
    )
    expect(counts.length).toBeGreaterThanOrEqual(10)
    recall('row-total', [...tables, ...texts, ...counts], 0.95)
  })
})
